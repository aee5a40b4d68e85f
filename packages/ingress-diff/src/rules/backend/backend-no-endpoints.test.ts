import { endpoint, ingress, ingressClass, service, serviceBackend, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), slice("another")];

describe("backendNoEndpoints", () => {
  test.each([
    {
      name: "no slice at all",
      given: [service()],
      is: "has no endpoints: no EndpointSlice is there; it selects the pods app=web",
    },
    {
      name: "a slice whose lists are null, as Go writes them",
      given: [service(), slice("web", { endpoints: null, ports: null })],
      is: "has no endpoints: its EndpointSlices are empty; it selects the pods app=web",
    },
    {
      name: "a slice of another namespace",
      given: [service(), slice("web", {}, { namespace: "blog" })],
      is: "has no endpoints: no EndpointSlice is there; it selects the pods app=web",
    },
    {
      name: "no selector, and nobody has written slices",
      given: [service("web", { selector: undefined })],
      is: "has no endpoints: no EndpointSlice is there; it selects no pods",
    },
  ])("$name", async ({ given, is }) => {
    const evaluation = await judge([ingress(), ...rest, ...given]);
    expect(said(evaluation)).toEqual(["backend/no-endpoints Service shop/web"]);
    expect(evaluation.findings[0]?.is).toBe(is);
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("failing");
  });

  test("the default backend counts too", async () => {
    const given = ingress({ spec: { rules: undefined, defaultBackend: serviceBackend("web", 80) } });
    expect(said(await judge([given, service(), ...rest]))).toEqual(["backend/no-endpoints Service shop/web"]);
  });

  test("two ports of one Service are one fault", async () => {
    const ports = [{ name: "http", port: 80 }, { name: "api", port: 81 }];
    const given = ingress({ name: "api", host: "api.example", backend: serviceBackend("web", "api") });
    const { findings } = await judge([ingress(), given, service("web", { ports }), ...rest]);
    expect(findings.map(({ consequences }) => consequences?.length)).toEqual([2]);
  });

  test("pods that are there and not ready are another fault", async () => {
    const unready = slice("web", { endpoints: [endpoint("10.1.0.1", false)] });
    expect(said(await judge([ingress(), service(), unready, ...rest]))).toEqual([
      "backend/no-ready-endpoints Service shop/web",
    ]);
  });

  test("without an EndpointSlice in the snapshot nothing is said here", async () => {
    const { findings } = await judge([ingress(), service(), ingressClass("nginx")]);
    expect(findings.map(({ rule }) => rule)).toEqual(["backend/no-ready-endpoints"]);
  });
});
