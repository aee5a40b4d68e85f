import { ingress, ingressClass, type KubeObject, service, serviceBackend, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), service("other"), slice("other")];

interface Case {
  readonly name: string;
  readonly given: readonly KubeObject[];
  readonly want: readonly string[];
}

describe("backendServiceMissing", () => {
  test.each<Case>([
    { name: "a rule's Service is missing", given: [ingress()], want: ["backend/service-missing Service shop/web"] },
    {
      name: "the default backend's Service is missing",
      given: [ingress({ spec: { rules: [], defaultBackend: serviceBackend("web", 80) } })],
      want: ["backend/service-missing Service shop/web"],
    },
    {
      name: "one missing Service with two ports and two Ingresses is one fault",
      given: [ingress(), ingress({ name: "api", host: "api.example", backend: serviceBackend("web", 8080) })],
      want: ["backend/service-missing Service shop/web"],
    },
    {
      name: "a Service of the same name in another namespace does not help",
      given: [ingress(), service("web", {}, { namespace: "blog" })],
      want: ["backend/service-missing Service shop/web"],
    },
    {
      name: "a Service of Knative with the same name is none",
      given: [ingress(), { ...service("web"), apiVersion: "serving.knative.dev/v1" }],
      want: ["backend/service-missing Service shop/web"],
    },
    {
      name: "a resource backend is not followed",
      given: [
        ingress({ backend: { resource: { apiGroup: "k8s.example.com", kind: "StorageBucket", name: "static" } } }),
      ],
      want: [],
    },
    {
      name: "the AWS controller's use-annotation is not a Service",
      given: [ingress({ backend: serviceBackend("ssl-redirect", "use-annotation") })],
      want: [],
    },
    {
      name: "a rule without http is left to the controller",
      given: [ingress({ spec: { rules: [{ host: "shop.example" }] } })],
      want: [],
    },
  ])("$name", async ({ given, want }) => {
    expect(said(await judge([...given, ...rest]))).toEqual(want);
  });

  test("without a Service in the snapshot it says once that it could not be checked", async () => {
    const evaluation = await judge([
      ingress(),
      ingress({ name: "api", host: "api.example" }),
      ingressClass("nginx"),
      slice(),
    ]);
    expect(said(evaluation)).toEqual(["backend/service-missing? Service *"]);
    expect(evaluation.findings[0]?.consequences).toHaveLength(2);
    expect(evaluation.sources[0]?.routes[0]).toMatchObject({ state: "unknown" });
  });
});
