import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareIngresses } from "./compare-ingresses.ts";
import { isDeepStrictEqual } from "node:util";
import { formatFieldPath } from "./field-path.ts";
import { type StoredIngress, toStoredIngress } from "./stored-ingress.ts";

function path(path: string, service = "web", port: number | string = 80): object {
  const named = typeof port === "string" ? { name: port } : { number: port };
  return { path, pathType: "Prefix", backend: { service: { name: service, port: named } } };
}

function rule(host: string, ...paths: readonly object[]): object {
  return { host, http: { paths } };
}

function stored(spec: object, metadata: object = {}): StoredIngress {
  return toStoredIngress({ apiVersion: "networking.k8s.io/v1", kind: "Ingress", metadata, spec });
}

function said(live: StoredIngress, desired: StoredIngress): readonly string[] {
  return compareIngresses(live, desired).map(({ type, path }) => `${type} ${formatFieldPath(path)}`);
}

const a = rule("a.example", path("/"), path("/api"));
const b = rule("b.example", path("/"));

describe("compareIngresses()", () => {
  test.each([
    { name: "nothing", live: { rules: [a, b] }, desired: { rules: [a, b] }, want: [] },
    {
      name: "rules in another order",
      live: { rules: [a, b] },
      desired: { rules: [b, a] },
      want: ["moved .spec.rules"],
    },
    {
      name: "paths in another order",
      live: { rules: [a] },
      desired: { rules: [rule("a.example", path("/api"), path("/"))] },
      want: ['moved .spec.rules[host="a.example"].http.paths'],
    },
    {
      name: "a rule more, at the front",
      live: { rules: [a] },
      desired: { rules: [b, a] },
      want: ['added .spec.rules[host="b.example"]'],
    },
    {
      name: "a port",
      live: { rules: [a, b] },
      desired: { rules: [a, rule("b.example", path("/", "web", 8080))] },
      want: ['changed .spec.rules[host="b.example"].http.paths[path="/"].backend.service.port.number'],
    },
    {
      name: "a number that became a name",
      live: { rules: [b] },
      desired: { rules: [rule("b.example", path("/", "web", "http"))] },
      want: [
        'added .spec.rules[host="b.example"].http.paths[path="/"].backend.service.port.name',
        'removed .spec.rules[host="b.example"].http.paths[path="/"].backend.service.port.number',
      ],
    },
    {
      name: "a host, where the rest of the rule stayed",
      live: { rules: [a, b] },
      desired: { rules: [a, rule("c.example", path("/"))] },
      want: ['changed .spec.rules[host="b.example"].host'],
    },
    {
      name: "a path, where its backend stayed",
      live: { rules: [b] },
      desired: { rules: [rule("b.example", path("/shop"))] },
      want: ['changed .spec.rules[host="b.example"].http.paths[path="/"].path'],
    },
    {
      name: "a repeated host by its index",
      live: { rules: [b, b] },
      desired: { rules: [b, rule("b.example", path("/", "cart"))] },
      want: ['changed .spec.rules[1].http.paths[path="/"].backend.service.name'],
    },
    {
      name: "the Secret of the same hosts",
      live: { rules: [a], tls: [{ hosts: ["a.example"], secretName: "old" }] },
      desired: { rules: [a], tls: [{ hosts: ["a.example"], secretName: "new" }] },
      want: ['changed .spec.tls[secretName="old"].secretName'],
    },
    {
      name: "hosts of TLS in another order",
      live: { rules: [a], tls: [{ hosts: ["a.example", "b.example"], secretName: "tls" }] },
      desired: { rules: [a], tls: [{ hosts: ["b.example", "a.example"], secretName: "tls" }] },
      want: ['moved .spec.tls[secretName="tls"].hosts'],
    },
    {
      name: "a class and a default backend",
      live: { rules: [a], ingressClassName: "nginx" },
      desired: { rules: [a], defaultBackend: { service: { name: "web", port: { number: 80 } } } },
      want: ["removed .spec.ingressClassName", "added .spec.defaultBackend"],
    },
  ])("says $name", ({ live, desired, want }) => {
    expect(said(stored(live), stored(desired))).toEqual(want);
  });

  test("says labels and annotations by key, the one of kubectl apply never", () => {
    const live = stored({}, {
      labels: { app: "web", team: "a" },
      annotations: { "kubectl.kubernetes.io/last-applied-configuration": "{}", x: "1" },
    });
    expect(said(live, stored({}, { labels: { app: "api" }, annotations: { "a.b/c": "2" } }))).toEqual([
      'changed .metadata.labels["app"]',
      'removed .metadata.labels["team"]',
      'added .metadata.annotations["a.b/c"]',
      'removed .metadata.annotations["x"]',
    ]);
  });

  test("says nothing exactly if both are equal", () => {
    const anyPath = fc.tuple(fc.constantFrom("/", "/a"), fc.constantFrom("web", "api"), fc.constantFrom(80, "http"))
      .map(([text, service, port]) => path(text, service, port));
    const anyRule = fc.tuple(fc.constantFrom("a.example", "b.example"), fc.array(anyPath, { maxLength: 3 }))
      .map(([host, paths]) => rule(host, ...paths));
    const anyTls = fc.record({
      hosts: fc.subarray(["a.example", "b.example"]),
      secretName: fc.constantFrom("one", "two", ""),
    });
    const anySpec = fc.record({
      rules: fc.array(fc.oneof(anyRule, fc.constant({ host: "a.example" })), { maxLength: 4 }),
      tls: fc.array(anyTls, { maxLength: 3 }),
    }).map((spec) => stored(spec));
    fc.assert(
      fc.property(anySpec, anySpec, (live, desired) => {
        expect(compareIngresses(live, desired).length === 0).toBe(isDeepStrictEqual(live, desired));
      }),
      { numRuns: 1000 },
    );
  });
});
