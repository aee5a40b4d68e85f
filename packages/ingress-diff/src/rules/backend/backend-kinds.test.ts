import { ingress, ingressClass, type KubeObject, service, serviceBackend, slice } from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { evaluate } from "../../evaluate/evaluate.ts";
import type { ReferencedObject } from "../../observe/cluster-view.ts";
import { observeSnapshot } from "../../observe/observe-snapshot.ts";
import { judge, said, testTime } from "../../testing/judge.ts";

const rest = [ingressClass("nginx"), slice()];

describe("backendPortProtocol", () => {
  const ports = [
    { name: "http", port: 80, protocol: "TCP" },
    { name: "quic", port: 80, protocol: "UDP" },
    { name: "dns", port: 53, protocol: "UDP" },
    { name: "sctp", port: 54, protocol: "SCTP" },
  ];
  const fault = ["backend/port-protocol Service shop/web"];

  test.each<{ readonly name: string; readonly port: string | number; readonly want: readonly string[] }>([
    { name: "a number of UDP", port: 53, want: fault },
    { name: "a number of SCTP", port: 54, want: fault },
    { name: "a name of UDP, although its number is one of TCP too", port: "quic", want: fault },
    { name: "a number of TCP and UDP means TCP", port: 80, want: [] },
    { name: "a name of TCP", port: "http", want: [] },
  ])("$name", async ({ port, want }) => {
    const given = [ingress({ backend: serviceBackend("web", port) }), service("web", { ports })];
    expect(said(await judge([...given, ...rest]))).toEqual(want);
  });

  test("a protocol that is not said is TCP", async () => {
    const given = service("web", { ports: [{ name: "http", port: 80 }] });
    expect(said(await judge([ingress(), given, ...rest]))).toEqual([]);
  });

  test("the default backend counts too, and the finding says where", async () => {
    const given = ingress({ spec: { rules: undefined, defaultBackend: serviceBackend("web", 53) } });
    const { findings } = await judge([given, service("web", { ports }), ...rest]);
    expect(findings[0]).toMatchObject({
      rule: "backend/port-protocol",
      fieldPath: '.spec.ports[port=53,protocol="UDP"].protocol',
      is: "has the protocol UDP on port 53",
    });
  });
});

describe("backendExternalName", () => {
  test("is a note that leaves the route's state alone", async () => {
    const given = service("web", { type: "ExternalName", externalName: "shop.example.net", ports: undefined });
    const evaluation = await judge([ingress(), given, ...rest]);
    expect(said(evaluation)).toEqual(["backend/external-name (note) Service shop/web"]);
    expect(evaluation.findings[0]?.is).toBe("leads to the name shop.example.net, outside the cluster");
    expect(evaluation.sources[0]?.routes[0]).not.toHaveProperty("endpoints");
    expect(evaluation.sources[0]?.routes[0]?.state).toBe("ok");
  });
});

describe("backendResourceMissing", () => {
  const bucket = (name: string, namespace = "shop"): KubeObject => ({
    apiVersion: "storage.example/v1alpha1",
    kind: "Bucket",
    metadata: { namespace, name },
  });
  const backend = { resource: { apiGroup: "storage.example", kind: "Bucket", name: "images" } };
  const fault = ["backend/resource-missing Bucket shop/images"];

  test.each<{ readonly name: string; readonly given: readonly KubeObject[]; readonly want: readonly string[] }>([
    { name: "it is there", given: [bucket("images")], want: [] },
    { name: "only others are there", given: [bucket("videos")], want: fault },
    { name: "it is in another namespace", given: [bucket("images", "media")], want: fault },
    { name: "no object of the kind was seen", given: [], want: [] },
    { name: "the kind of another group", given: [{ ...bucket("images"), apiVersion: "other.example/v1" }], want: [] },
  ])("$name", async ({ given, want }) => {
    expect(said(await judge([ingress({ backend }), service(), ...given, ...rest]))).toEqual(want);
  });

  test("the default backend counts too", async () => {
    const given = ingress({ spec: { rules: undefined, defaultBackend: backend } });
    expect(said(await judge([given, bucket("videos"), service(), ...rest]))).toEqual(fault);
  });

  const rbac = '{"apiGroups":["storage.example"],"resources":["buckets"],"verbs":["list"]}';

  test.each<
    { readonly found: Omit<ReferencedObject, "ref">; readonly want: readonly object[]; readonly route: string }
  >([
    {
      found: { state: "missing" },
      want: [{
        outcome: "fail",
        fix: "create the object in the namespace of the Ingress, or name one that exists",
        command: "kubectl get bucket.storage.example -n shop",
      }],
      route: "failing",
    },
    {
      found: { state: "kind-missing" },
      want: [{ outcome: "fail", is: 'does not exist: the server has no kind "Bucket" in the group "storage.example"' }],
      route: "failing",
    },
    {
      found: { state: "forbidden", message: "no", resource: "buckets" },
      want: [{
        severity: "warning",
        outcome: "unknown",
        fix: `allow it with a ClusterRole that has the rule ${rbac}`,
      }],
      route: "unknown",
    },
    { found: { state: "unavailable", message: "timeout" }, want: [{ outcome: "unknown" }], route: "unknown" },
    { found: { state: "exists" }, want: [], route: "ok" },
  ])("of a cluster: $found.state", async ({ found, want, route }) => {
    const documents = [{ kind: "List", items: [ingress({ backend }), service(), ...rest] }];
    const view = observeSnapshot([{ name: "test", documents }], { source: "test", at: testTime });
    const backendObjects = [{ ref: { ...backend.resource, namespace: "shop" }, ...found }];
    const { findings, sources } = evaluate({ ...view, backendObjects }, { at: testTime });
    expect(findings).toMatchObject(want);
    expect(sources[0]?.routes[0]?.state).toBe(route);
  });
});
