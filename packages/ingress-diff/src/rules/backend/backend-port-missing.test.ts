import { ingress, ingressClass, service, serviceBackend, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const unnamed = { ports: [{ port: 8080, targetPort: 80, nodePort: 30_080, protocol: "TCP" }] };
const unnamedSlice = { ports: [{ name: "", port: 80 }] };
const fault = ["backend/port-missing Service shop/web"];

interface Case {
  readonly name: string;
  readonly port: string | number;
  readonly spec?: object;
  readonly sliceFields?: object;
  readonly want: readonly string[];
}

describe("backendPortMissing", () => {
  test.each<Case>([
    { name: "a number is the Service's port", port: 80, want: [] },
    { name: "a name is the port's name", port: "http", want: [] },
    { name: "a number that no port has", port: 81, want: fault },
    { name: "a name that no port has", port: "https", want: fault },
    { name: "a number is not the targetPort", port: 8080, want: fault },
    { name: "a number is not the nodePort", port: 30_080, want: fault },
    { name: "a name is never a number in quotes", port: "80", want: fault },
    {
      name: "the right number of a single unnamed port",
      port: 8080,
      spec: unnamed,
      sliceFields: unnamedSlice,
      want: [],
    },
    // popeye, kube-score and kubectl describe let this pass.
    {
      name: "a wrong number on a single unnamed port",
      port: 80,
      spec: unnamed,
      sliceFields: unnamedSlice,
      want: fault,
    },
    {
      name: "one number with two protocols",
      port: 80,
      spec: { ports: [{ name: "http", port: 80, protocol: "TCP" }, { name: "quic", port: 80, protocol: "UDP" }] },
      want: [],
    },
    { name: "a Service without ports", port: 80, spec: { ports: null, clusterIP: "None" }, want: fault },
    { name: "a headless Service with the port", port: 80, spec: { clusterIP: "None" }, want: [] },
    {
      name: "an ExternalName Service need not list ports",
      port: 443,
      spec: { type: "ExternalName", externalName: "shop.example.net", ports: undefined, selector: undefined },
      want: ["backend/external-name (note) Service shop/web"],
    },
  ])("$name", async ({ port, spec, sliceFields, want }) => {
    const given = [ingress({ backend: serviceBackend("web", port) }), service("web", spec), slice("web", sliceFields)];
    expect(said(await judge([...given, ingressClass("nginx")]))).toEqual(want);
  });

  test("two ports that are missing are two faults with ids of their own", async () => {
    const { findings } = await judge([
      ingress({ backend: serviceBackend("web", 81) }),
      ingress({ name: "api", host: "api.example", backend: serviceBackend("web", 82) }),
      service(),
      slice(),
      ingressClass("nginx"),
    ]);
    expect(findings.map(({ rule }) => rule)).toEqual(["backend/port-missing", "backend/port-missing"]);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(2);
  });
});
