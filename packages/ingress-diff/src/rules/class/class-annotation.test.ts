import { ingress, ingressClass, type IngressOptions, service, slice, writer } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), service(), slice()];
const key = "kubernetes.io/ingress.class";

function annotated(value: string, options: IngressOptions = {}): ReturnType<typeof ingress> {
  return ingress({ className: null, ...options, metadata: { annotations: { [key]: value }, ...options.metadata } });
}

describe("classAnnotationDeprecated", () => {
  test("is one note for each class, with its Ingresses", async () => {
    const { findings } = await judge([
      annotated("nginx"),
      annotated("nginx", { name: "b", host: "b.example" }),
      annotated("old", { name: "c", host: "c.example" }),
      ...rest,
    ]);
    expect(findings.map(({ object, is, consequences }) => [object.name, is, consequences?.length])).toEqual([
      ["nginx", "is named by the annotation kubernetes.io/ingress.class of 2 Ingresses", 2],
      ["old", "is named by the annotation kubernetes.io/ingress.class of 1 Ingress", 1],
    ]);
    expect(findings.map(({ fix }) => fix.startsWith("create the IngressClass"))).toEqual([false, true]);
    for (const { severity, rule } of findings) {
      expect([rule, severity]).toEqual(["class/annotation-deprecated", "info"]);
    }
  });

  test.each([
    { name: "GKE's class, which needs the annotation", given: annotated("gce") },
    { name: "GKE's class for internal load balancers", given: annotated("gce-internal") },
    {
      name: "an Ingress that cert-manager makes for a moment",
      given: annotated("nginx", {
        metadata: { labels: { "acme.cert-manager.io/http01-solver": "true" }, annotations: { [key]: "nginx" } },
      }),
    },
    { name: "the field", given: ingress() },
    { name: "an empty annotation", given: annotated("", { className: "nginx" }) },
    { name: "field and annotation that agree", given: annotated("nginx", { className: "nginx" }) },
  ])("says nothing of $name", async ({ given }) => {
    expect(said(await judge([given, ...rest]))).toEqual([]);
  });
});

describe("classAnnotationConflict", () => {
  test("says both names, who wrote the annotation, and which one the report goes by", async () => {
    const managedFields = [writer("kubectl-annotate", "2026-05-20T00:00:00Z", ["class annotation"])];
    const given = annotated("traefik", {
      className: "nginx",
      metadata: { annotations: { [key]: "traefik" }, managedFields },
    });
    const evaluation = await judge([given, ...rest]);
    expect(said(evaluation)).toEqual(["class/annotation-conflict (warning) Ingress shop/web"]);
    expect(evaluation.findings[0]).toMatchObject({
      should: '"nginx", as in .spec.ingressClassName, or no annotation',
      is:
        'names "traefik" in the annotation, written by "kubectl-annotate" at or before 2026-05-20T00:00:00Z; this report ' +
        "goes by the field, and controllers differ",
    });
  });

  test("names nobody where managedFields are not shown", async () => {
    const { findings } = await judge([annotated("traefik", { className: "nginx" }), ...rest]);
    expect(findings[0]?.is).toBe(
      'names "traefik" in the annotation; this report goes by the field, and controllers differ',
    );
  });
});
