import { describe, expect, test } from "vitest";
import { judge, said } from "../testing/judge.ts";
import { ingress, ingressClass, type IngressOptions, service, slice } from "../testing/kube-objects.ts";

const rest = [ingressClass("nginx"), ingressClass("internal"), service(), slice()];
const other = ingress({ name: "other", host: "other.example" });

function late(options: IngressOptions = {}): ReturnType<typeof ingress> {
  return ingress({ name: "late", host: "late.example", status: [], ...options });
}

describe("addressPending", () => {
  test("an old Ingress without an address is at fault if others of its class have one", async () => {
    const evaluation = await judge([other, late(), ...rest]);
    expect(said(evaluation)).toEqual(["address/pending Ingress shop/late"]);
    expect(evaluation.findings[0]?.is).toBe("no address, 31 days after it was created");
    expect(evaluation.findings[0]?.should).toBe('an address, as 1 of 2 Ingresses of class "nginx" have');
  });

  test.each([
    { name: "four minutes old", createdAt: "2026-05-31T23:56:00Z", want: [] },
    { name: "six minutes old", createdAt: "2026-05-31T23:54:00Z", want: ["address/pending Ingress shop/late"] },
    { name: "made after the time of the report", createdAt: "2026-06-02T00:00:00Z", want: [] },
  ])("an Ingress $name", async ({ createdAt, want }) => {
    const given = [other, late({ metadata: { creationTimestamp: createdAt } }), ...rest];
    expect(said(await judge(given))).toEqual(want);
  });

  test("a class that never publishes an address is one note, not one error per Ingress", async () => {
    const internal = [1, 2, 3].map((index) =>
      late({ name: `late-${index}`, host: `${index}.example`, className: "internal" })
    );
    const evaluation = await judge([other, ...internal, ...rest]);
    expect(said(evaluation)).toEqual(["address/pending? (note) IngressClass internal"]);
    expect(evaluation.findings[0]?.consequences).toHaveLength(3);
    expect(evaluation.sources.flatMap(({ routes }) => routes).every(({ state }) => state === "ok")).toBe(true);
  });

  test("classes are told apart by name, whether field or annotation names them", async () => {
    const metadata = { annotations: { "kubernetes.io/ingress.class": "nginx" } };
    const given = [other, late({ className: null, metadata: { ...metadata } }), ...rest];
    expect(said(await judge(given))).toEqual([
      "address/pending Ingress shop/late",
      "class/annotation-deprecated (note) IngressClass nginx",
    ]);
  });

  test("an Ingress that is being deleted is not judged", async () => {
    const given = [other, late({ metadata: { deletionTimestamp: "2026-05-31T00:00:00Z" } }), ...rest];
    expect(said(await judge(given))).toEqual([]);
  });
});
