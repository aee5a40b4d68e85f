import { ingress, ingressClass, type IngressOptions, service, slice, writer } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { observeSnapshot } from "../../observe/observe-snapshot.ts";
import { routesOfIngresses } from "../../routes/ingress-routes.ts";
import type { RouteSource } from "../../routes/route.ts";
import { judge, said, testTime } from "../../testing/judge.ts";
import { classSwitchOf } from "./class-switch.ts";

async function sourceWith(managedFields: readonly object[], options: IngressOptions = {}): Promise<RouteSource> {
  const documents = [ingress({ ...options, metadata: { ...options.metadata, managedFields } })];
  const view = observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime });
  const [source] = routesOfIngresses(view);
  if (source === undefined) throw new Error("Cannot find the Ingress");
  return source;
}

const [early, late] = ["2026-05-02T00:00:00Z", "2026-05-20T00:00:00Z"];
const annotations = { "kubernetes.io/ingress.class": "nginx" };

describe("classSwitchOf()", () => {
  test.each([
    {
      name: "set by patch after the status",
      fields: [writer("a", early, ["status"]), writer("b", late, ["class"])],
      want: true,
    },
    {
      name: "written with the whole spec after the status",
      fields: [writer("a", early, ["status"]), writer("helm", late, ["class", "spec"])],
      want: false,
    },
    {
      name: "before the status",
      fields: [writer("b", early, ["class"]), writer("a", late, ["status"])],
      want: undefined,
    },
    {
      name: "in the same second",
      fields: [writer("b", late, ["class"]), writer("a", late, ["status"])],
      want: undefined,
    },
    { name: "without a status", fields: [writer("b", late, ["class"])], want: undefined },
    {
      name: "a rule, the class never",
      fields: [writer("a", early, ["status"]), writer("b", late, ["spec"])],
      want: undefined,
    },
    {
      name: "the annotation, where the field counts",
      fields: [writer("a", early, ["status"]), writer("b", late, ["class annotation"])],
      want: undefined,
    },
    {
      name: "a creator with an empty status is not a writer of one",
      fields: [writer("kubectl-create", early, ["class", "spec", "empty status"])],
      want: undefined,
    },
    {
      name: "an earlier status of another manager does not count",
      fields: [
        writer("x", early, ["status"]),
        writer("b", "2026-05-10T00:00:00Z", ["class"]),
        writer("a", late, ["status"]),
      ],
      want: undefined,
    },
    { name: "no managedFields", fields: [], want: undefined },
  ])("$name", async ({ fields, want }) => {
    expect(classSwitchOf(await sourceWith(fields))?.isCertain).toBe(want);
  });

  test("goes by the annotation where that is the class", async () => {
    const fields = [writer("a", early, ["status"]), writer("kubectl-annotate", late, ["class annotation"])];
    const source = await sourceWith(fields, { className: null, metadata: { annotations } });
    expect(classSwitchOf(source)).toMatchObject({ manager: "kubectl-annotate", time: late, isCertain: true });
  });
});

describe("classMissing", () => {
  test("is a fault in spite of an address that is older than the class", async () => {
    const managedFields = [writer("nginx", early, ["status"]), writer("kubectl-edit", late, ["class"])];
    const evaluation = await judge([
      ingress({ className: "ngnix", metadata: { managedFields } }),
      ingressClass("nginx"),
      service(),
      slice(),
    ]);
    expect(said(evaluation)).toEqual(["class/missing IngressClass ngnix"]);
    expect(evaluation.findings[0]?.is).toBe(
      `does not exist; the cluster has "nginx"; "kubectl-edit" set the class at ${late}, after "nginx" had written the status ` +
        `at ${early}`,
    );
  });
});
