import { endpoint, ingress, ingressClass, type KubeObject, service, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest = [ingress(), ingressClass("nginx"), slice("another")];
const fault = ["backend/no-ready-endpoints Service shop/web"];

interface Case {
  readonly name: string;
  readonly given: readonly KubeObject[];
  readonly ready?: { readonly ready: number; readonly total: number };
  readonly is?: string;
}

const pod = (name: string): object => ({ targetRef: { kind: "Pod", name } });

describe("backendNoReadyEndpoints", () => {
  test.each<Case>([
    { name: "two ready endpoints", given: [service(), slice()], ready: { ready: 2, total: 2 } },
    {
      name: "readiness that is not said, or null, counts as ready",
      given: [service(), slice("web", { endpoints: [endpoint("10.1.0.1", undefined), endpoint("10.1.0.2", null)] })],
      ready: { ready: 2, total: 2 },
    },
    {
      name: "an endpoint without conditions is ready",
      given: [service(), slice("web", { endpoints: [{ addresses: ["10.1.0.1"] }] })],
      ready: { ready: 1, total: 1 },
    },
    {
      name: "a slice of discovery.k8s.io/v1beta1",
      given: [service(), { ...slice(), apiVersion: "discovery.k8s.io/v1beta1" }],
      ready: { ready: 2, total: 2 },
    },
    {
      name: "a Service without a selector and with slices of its own",
      given: [service("web", { selector: undefined }), slice()],
      ready: { ready: 2, total: 2 },
    },
    {
      name: "an endpoint that is in two slices is one, and ready if it is so in either",
      given: [
        service(),
        slice("web", { endpoints: [endpoint("10.1.0.1", false)] }),
        slice("web", { endpoints: [endpoint("10.1.0.1", true)] }, { name: "web-2" }),
      ],
      ready: { ready: 1, total: 1 },
    },
    {
      name: "a pod with an address of each family is one endpoint",
      given: [
        service(),
        slice("web", { endpoints: [{ ...endpoint("10.1.0.1", true), ...pod("web-a") }] }),
        slice("web", { endpoints: [{ ...endpoint("fd00::1", true), ...pod("web-a") }] }, { name: "web-2" }),
      ],
      ready: { ready: 1, total: 1 },
    },
    {
      name: "an unnamed port of slice and Service",
      given: [service("web", { ports: [{ name: "http", port: 80 }] }), slice()],
      ready: { ready: 2, total: 2 },
    },
    {
      name: "none ready",
      given: [service(), slice("web", { endpoints: [endpoint("10.1.0.1", false), endpoint("10.1.0.2", false)] })],
      is: 'has 0 of 2 endpoints ready on port "http"',
    },
    {
      name: "ready on another port only",
      given: [service(), slice("web", { ports: [{ name: "metrics", port: 9090 }] })],
      is: 'has no endpoint with the port "http"; 2 are ready without it',
    },
    {
      name: "ready pods that lack the named target port, so that the slice lists none",
      given: [service(), slice("web", { ports: null })],
      is: 'has no endpoint with the port "http"; 2 are ready without it',
    },
    {
      name: "pods that are not ready and lack the port",
      given: [service(), slice("web", { ports: null, endpoints: [endpoint("10.1.0.1", false)] })],
      is: 'has no endpoint with the port "http"; 1 are there without it, none of them ready',
    },
  ])("$name", async ({ given, ready, is }) => {
    const evaluation = await judge([...rest, ...given]);
    expect(said(evaluation)).toEqual(is === undefined ? [] : fault);
    if (is !== undefined) expect(evaluation.findings[0]?.is).toBe(is);
    if (ready !== undefined) expect(evaluation.sources[0]?.routes[0]?.endpoints).toEqual(ready);
  });

  test("terminating but still serving is a warning: some controllers still send requests there", async () => {
    const draining = endpoint("10.1.0.1", false, { serving: true, terminating: true });
    const evaluation = await judge([...rest, service(), slice("web", { endpoints: [draining] })]);
    expect(said(evaluation)).toEqual(["backend/no-ready-endpoints (warning) Service shop/web"]);
    expect(evaluation.findings[0]?.is).toBe(
      'has 0 of 1 endpoints ready on port "http", 1 terminating but still serving',
    );
  });

  test("without an EndpointSlice in the snapshot it could not be checked", async () => {
    const evaluation = await judge([ingress(), ingressClass("nginx"), service()]);
    expect(said(evaluation)).toEqual(["backend/no-ready-endpoints? EndpointSlice *"]);
  });
});
