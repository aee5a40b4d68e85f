import { ingress, ingressClass, type KubeObject, service, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [service(), slice()];
const noAddress: readonly object[] = [];

interface Case {
  readonly name: string;
  readonly given: readonly KubeObject[];
  readonly want: readonly string[];
}

describe("classMissing", () => {
  test.each<Case>([
    {
      name: "a field that names no class is the fault",
      given: [ingress({ className: "gone", status: noAddress }), ingressClass("nginx")],
      want: ["class/missing IngressClass gone"],
    },
    {
      name: "two Ingresses of one missing class are one fault",
      given: [
        ingress({ className: "gone", status: noAddress }),
        ingress({ name: "api", host: "api.shop.example", className: "gone", status: noAddress }),
        ingressClass("nginx"),
      ],
      want: ["class/missing IngressClass gone"],
    },
    {
      name: "a missing class is not a fault where a controller published an address all the same",
      given: [ingress({ className: "gone" }), ingressClass("nginx")],
      want: [],
    },
    {
      name: "an annotation needs no class object",
      given: [
        ingress({ className: null, metadata: { annotations: { "kubernetes.io/ingress.class": "old" } } }),
        ingressClass("nginx"),
      ],
      want: ["class/annotation-deprecated (note) IngressClass old"],
    },
    {
      name: "GKE's class in the annotation is not a fault, with an address or without",
      given: [
        ingress({
          className: null,
          metadata: { annotations: { "kubernetes.io/ingress.class": "gce-internal" } },
          status: noAddress,
        }),
        ingressClass("nginx"),
      ],
      want: ["address/pending? (note) IngressClass gce-internal"],
    },
    {
      name: "the field wins over the annotation",
      given: [
        ingress({ metadata: { annotations: { "kubernetes.io/ingress.class": "gone" } } }),
        ingressClass("nginx"),
      ],
      want: ["class/annotation-conflict (warning) Ingress shop/web"],
    },
    {
      name: "without a class in the snapshot it could not be checked",
      given: [ingress({ className: "gone", status: noAddress })],
      want: ["class/missing? IngressClass *", "address/pending? (note) IngressClass gone"],
    },
  ])("$name", async ({ given, want }) => {
    expect(said(await judge([...given, ...rest]))).toEqual(want);
  });

  test("without a class in the snapshot routes with an address stay ok, and it is still said", async () => {
    const evaluation = await judge([ingress(), ...rest]);
    expect(said(evaluation)).toEqual(["class/missing? IngressClass *"]);
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("ok");
    const late = await judge([ingress(), ingress({ name: "late", host: "late.example", status: noAddress }), ...rest]);
    expect(late.findings.find(({ outcome }) => outcome === "unknown")?.consequences).toEqual([
      { kind: "Ingress", namespace: "shop", name: "late", routes: 1 },
    ]);
  });

  test("keeps its id when another Ingress is hit", async () => {
    const one = [ingress({ className: "gone", status: noAddress }), ingressClass("nginx"), ...rest];
    const two = [...one, ingress({ name: "b", host: "b.example", className: "gone", status: noAddress })];
    const [before] = (await judge(one)).findings;
    const [after] = (await judge(two)).findings;
    expect(after?.id).toBe(before?.id);
    expect(before?.consequences).toHaveLength(1);
    expect(after?.consequences).toHaveLength(2);
  });
});
