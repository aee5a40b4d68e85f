import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../observe/json-value.ts";
import { decodeManifest } from "../cli/decode-manifest.ts";
import { compareManifest, type CompareOptions } from "./compare-manifest.ts";
import { formatFieldPath, parseFieldPath } from "./field-path.ts";
import type { IngressDrift, LiveIngress } from "./ingress-drift.ts";
import { readManifests } from "./read-manifests.ts";

const rules = [{
  host: "a.example",
  http: { paths: [{ path: "/", pathType: "Prefix", backend: { service: { name: "web", port: { number: 80 } } } }] },
}];

function ingress(metadata: object = {}, spec: object = {}): JsonObject {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata: { name: "web", namespace: "shop", ...metadata },
    spec: { rules, ...spec },
  };
}

/** The live object after `kubectl apply` of a manifest, then changed by others. */
function applied(manifest: JsonObject, metadata: object = {}, spec: object = {}): LiveIngress {
  const own = manifest.metadata as { readonly annotations?: object };
  const given = metadata as { readonly annotations?: object };
  const annotations = {
    "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify(manifest),
    ...own.annotations,
    ...given.annotations,
  };
  const serverSet = { uid: "u", resourceVersion: "7", generation: 3, creationTimestamp: "2026-05-01T00:00:00Z" };
  return {
    state: "found",
    object: {
      ...manifest,
      metadata: { ...own, ...serverSet, ...metadata, annotations },
      spec: { ...(manifest.spec as object), ...spec },
      status: { loadBalancer: { ingress: [{ ip: "203.0.113.10" }] } },
    },
  };
}

async function compare(manifest: JsonObject, live: LiveIngress, options?: CompareOptions): Promise<IngressDrift> {
  const source = decodeManifest({ name: "web.json", text: JSON.stringify(manifest, undefined, 2) });
  const { ingresses: [read] } = readManifests([source], { namespace: "shop" });
  if (read === undefined) throw new Error("Cannot compare: the manifest holds no Ingress");
  return compareManifest(read, live, options);
}

function said({ verdict, changes }: IngressDrift): readonly string[] {
  return [verdict, ...changes.map(({ type, path }) => `${type} ${formatFieldPath(path)}`)];
}

describe("compareManifest()", () => {
  test.each<{ readonly name: string; readonly given: JsonObject; readonly live: LiveIngress; readonly want: string[] }>(
    [
      { name: "what was applied", given: ingress(), live: applied(ingress()), want: ["unchanged"] },
      { name: "no live Ingress", given: ingress(), live: { state: "missing" }, want: ["new"] },
      {
        name: "a class that the server gave",
        given: ingress(),
        live: applied(ingress(), {}, { ingressClassName: "nginx" }),
        want: ["unchanged"],
      },
      {
        name: "labels that somebody else set",
        given: ingress(),
        live: applied(ingress(), { labels: { other: "x" } }),
        want: ["unchanged"],
      },
      {
        name: "an annotation that the manifest no longer has",
        given: ingress(),
        live: applied(ingress({ annotations: { a: "1" } })),
        want: ["changed", 'removed .metadata.annotations["a"]'],
      },
      {
        name: "a field that apply never set and the manifest does not name",
        given: ingress(),
        live: { state: "found", object: ingress({ labels: { a: "1" } }, { tls: [{ secretName: "tls" }] }) },
        want: ["unchanged"],
      },
      {
        name: "a null that takes a field away",
        given: ingress({}, { tls: null }),
        live: { state: "found", object: ingress({}, { tls: [{ secretName: "tls" }] }) },
        want: ["changed", 'removed .spec.tls[secretName="tls"]'],
      },
      {
        name: "status, managedFields and what else only the server sets",
        given: {
          ...ingress({ uid: "other", resourceVersion: "1", generation: 1, creationTimestamp: null, managedFields: [] }),
          status: { loadBalancer: {} },
        },
        live: applied(ingress()),
        want: ["unchanged"],
      },
      {
        name: "a manifest of an old version",
        given: {
          ...ingress(),
          apiVersion: "extensions/v1beta1",
          spec: {
            rules: [{
              host: "a.example",
              http: { paths: [{ path: "/", backend: { serviceName: "web", servicePort: 80 } }] },
            }],
          },
        },
        live: applied(ingress()),
        want: ["changed", 'changed .spec.rules[host="a.example"].http.paths[path="/"].pathType'],
      },
    ],
  )("compares $name", async ({ given, live, want }) => {
    expect(said(await compare(given, live))).toEqual(want);
  });

  test("names what differs in order only", async () => {
    const more = [...rules, { host: "b.example" }];
    const drift = await compare(ingress({}, { rules: more.toReversed() }), applied(ingress({}, { rules: more })));
    expect({ said: said(drift), isOrderOnly: drift.isOrderOnly }).toEqual({
      said: ["changed", "moved .spec.rules"],
      isOrderOnly: true,
    });
    const live = applied(ingress({}, { rules: more }));
    const ignored = await compare(ingress({}, { rules: more.toReversed() }), live, { ignoresOrder: true });
    expect({ said: said(ignored), count: ignored.ignored.length }).toEqual({ said: ["unchanged"], count: 1 });
  });

  test.each([
    {
      name: "an unknown field",
      given: ingress({}, { ingressClass: "nginx" }),
      live: applied(ingress()),
      want: { fieldPath: "spec.ingressClass", line: 30 },
    },
    {
      name: "a port that is text",
      given: {
        ...ingress(),
        spec: { defaultBackend: { service: { name: "web", port: { number: "80" } } } },
      },
      live: applied(ingress()),
      want: { fieldPath: "spec.defaultBackend.service.port.number", line: 13 },
    },
    {
      name: "a number and a name that merge into one port",
      given: ingress({}, { defaultBackend: { service: { name: "web", port: { name: "http" } } } }),
      live: {
        state: "found" as const,
        object: ingress({}, { defaultBackend: { service: { name: "web", port: { number: 80 } } } }),
      },
      want: { fieldPath: "spec.defaultBackend", line: 30 },
    },
    {
      name: "a field of v1 in v1beta1",
      given: {
        ...ingress(),
        apiVersion: "networking.k8s.io/v1beta1",
        spec: { defaultBackend: { service: { name: "web", port: { number: 80 } } } },
      },
      live: applied(ingress()),
      want: { fieldPath: "spec.defaultBackend", line: 9 },
    },
    {
      name: "a null among the labels",
      given: ingress({ labels: { app: null } }),
      live: applied(ingress()),
      want: { fieldPath: "metadata.labels[app]", line: 8 },
    },
  ])("refuses $name, with its line", async ({ given, live, want }) => {
    const { verdict, issues } = await compare(given, live);
    expect({ verdict, issues }).toMatchObject({ verdict: "refused", issues: [{ file: "web.json", ...want }] });
  });

  test("never throws, whatever a manifest and the live Ingress hold", async () => {
    const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom(null, "", 0, [], {}));
    const backend = fc.record({ service: anything, serviceName: anything, servicePort: anything }, {
      requiredKeys: [],
    });
    const path = fc.record({ path: anything, pathType: anything, backend: fc.oneof(backend, anything) });
    const rule = fc.record({
      host: anything,
      http: fc.oneof(fc.record({ paths: fc.array(fc.oneof(path, anything)) }), anything),
    });
    const spec = fc.record({
      rules: fc.oneof(fc.array(fc.oneof(rule, anything), { maxLength: 3 }), anything),
      tls: fc.oneof(fc.array(fc.oneof(fc.record({ hosts: anything, secretName: anything }), anything)), anything),
      defaultBackend: fc.oneof(backend, anything),
      backend: fc.oneof(backend, anything),
      ingressClassName: anything,
    }, { requiredKeys: [] });
    const metadata = fc.record({
      labels: anything,
      annotations: fc.oneof(
        fc.record({ "kubectl.kubernetes.io/last-applied-configuration": fc.oneof(anything, fc.json()) }),
        anything,
      ),
      finalizers: anything,
      ownerReferences: anything,
      managedFields: anything,
    }, { requiredKeys: [] });
    const object = fc.record({
      apiVersion: fc.constantFrom("networking.k8s.io/v1", "networking.k8s.io/v1beta1", "extensions/v1beta1"),
      metadata: metadata.map((fields) => ({ ...fields, namespace: "shop", name: "web" })),
      spec: fc.oneof(spec, anything),
    }).map((fields) => ({ ...fields, kind: "Ingress" }));
    await fc.assert(
      fc.asyncProperty(object, object, async (given, live) => {
        const { verdict, issues, problem } = await compare(given, { state: "found", object: live });
        // Whatever is wrong is said.
        expect(verdict === "refused").toBe(issues.length > 0);
        expect(verdict === "unknown").toBe(problem !== undefined);
      }),
      { numRuns: 500 },
    );
  });

  test("cannot tell where the annotation of kubectl apply is not JSON", async () => {
    const object = ingress({ annotations: { "kubectl.kubernetes.io/last-applied-configuration": "{" } });
    expect(await compare(ingress(), { state: "found", object })).toMatchObject({
      verdict: "unknown",
      problem: { message: expect.stringContaining("is not a JSON object") },
    });
  });

  test("leaves out ignored places and managers, and says so", async () => {
    const managedFields = [{
      manager: "cert-manager",
      operation: "Update",
      apiVersion: "networking.k8s.io/v1",
      fieldsV1: { "f:metadata": { "f:annotations": { "f:a": {} } } },
    }];
    const live = applied(ingress(), { annotations: { a: "2", b: "2" }, managedFields });
    const given = ingress({ annotations: { a: "1", b: "1" } });
    expect(said(await compare(given, live, { ignoreManagers: ["cert-manager"] }))).toEqual([
      "changed",
      'changed .metadata.annotations["b"]',
    ]);
    const ignored = await compare(given, live, { ignorePaths: [parseFieldPath("metadata.annotations[*]")] });
    expect({ said: said(ignored), count: ignored.ignored.length }).toEqual({ said: ["unchanged"], count: 2 });
  });

  test("lists what only the live Ingress has", async () => {
    const live = applied(ingress(), { labels: { other: "x" } }, { ingressClassName: "nginx" });
    const { kept } = await compare(ingress(), live);
    expect(kept.map(({ path }) => formatFieldPath(path))).toEqual([
      '.metadata.labels["other"]',
      ".spec.ingressClassName",
    ]);
  });
});
