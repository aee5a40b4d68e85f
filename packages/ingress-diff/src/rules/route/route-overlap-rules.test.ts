import {
  ingress,
  ingressClass,
  type IngressOptions,
  type KubeObject,
  service,
  serviceBackend,
  slice,
} from "@kubeschema-tools/clusters";
import { describe, expect, test } from "vitest";
import { judge, said } from "../../testing/judge.ts";

const rest: readonly KubeObject[] = [
  ingressClass("nginx"),
  ingressClass("other"),
  { ...ingressClass("alb"), spec: { controller: "ingress.k8s.aws/alb" } },
  service(),
  slice(),
  service("api"),
  slice("api"),
];
const api = serviceBackend("api", "http");
const younger = { creationTimestamp: "2026-05-02T00:00:00Z" };
const judgeAll = (given: readonly IngressOptions[]): ReturnType<typeof judge> =>
  judge([...given.map((options) => ingress(options)), ...rest]);
const annotated = (key: string, value: string): Partial<KubeObject["metadata"]> => ({ annotations: { [key]: value } });

interface Case {
  readonly name: string;
  readonly given: readonly IngressOptions[];
  readonly want: readonly string[];
}

describe("routeShadowed", () => {
  const first = { name: "first", path: "/a" };
  const late = { name: "late", path: "/a", pathType: "ImplementationSpecific", backend: api, metadata: younger };
  const warning = ["route/shadowed (warning) Ingress shop/late"];
  const catchAll = (name: string, backend: object, options: IngressOptions = {}): IngressOptions => ({
    name,
    spec: { rules: undefined, defaultBackend: backend },
    ...options,
  });
  const web = serviceBackend("web", "http");

  test.each<Case>([
    { name: "ImplementationSpecific beside Prefix", given: [late, first], want: warning },
    {
      name: "Prefix beside ImplementationSpecific",
      given: [{ ...first, pathType: "ImplementationSpecific" }, { ...late, pathType: "Prefix" }],
      want: warning,
    },
    { name: "a slash at the end", given: [first, { ...late, path: "/a/" }], want: warning },
    { name: "Exact beside Prefix: both get requests", given: [first, { ...late, pathType: "Exact" }], want: [] },
    { name: "Exact beside ImplementationSpecific", given: [{ ...first, pathType: "Exact" }, late], want: [] },
    { name: "a longer path", given: [first, { ...late, path: "/a/b" }], want: [] },
    { name: "the same backend", given: [first, { ...late, backend: web }], want: [] },
    { name: "another class", given: [first, { ...late, className: "other" }], want: [] },
    { name: "another host", given: [first, { ...late, host: "api.example" }], want: [] },
    { name: "another load balancer", given: [first, { ...late, status: [{ ip: "203.0.113.99" }] }], want: [] },
    {
      name: "a second default backend of the class",
      given: [catchAll("first", web), catchAll("late", api, { metadata: younger })],
      want: ["route/shadowed Ingress shop/late"],
    },
    { name: "one default backend twice", given: [catchAll("first", web), catchAll("late", web)], want: [] },
    {
      name: "default backends of two classes",
      given: [catchAll("first", web), catchAll("late", api, { className: "other" })],
      want: [],
    },
    {
      name: "default backends on two load balancers",
      given: [catchAll("first", web), catchAll("late", api, { status: [{ hostname: "lb.example" }] })],
      want: [],
    },
    {
      name: "a default backend beside rules, which is for their hosts",
      given: [
        { name: "first", spec: { defaultBackend: web } },
        { name: "late", host: "api.example", spec: { defaultBackend: api } },
      ],
      want: [],
    },
    {
      name: "GKE's, with a load balancer each",
      given: ["first", "late"].map((name) =>
        catchAll(name, serviceBackend(name === "first" ? "web" : "api", "http"), {
          className: null,
          metadata: annotated("kubernetes.io/ingress.class", "gce"),
        })
      ),
      want: [],
    },
  ])("$name", async ({ given, want }) => {
    expect(said(await judgeAll(given))).toEqual(want);
  });

  test("the default backend that loses is a failing route", async () => {
    const evaluation = await judgeAll([catchAll("first", web), catchAll("late", api, { metadata: younger })]);
    expect(evaluation.sources.map(({ routes }) => routes[0]?.state)).toEqual(["ok", "failing"]);
  });
});

describe("routeWildcardOverlap", () => {
  const wildcard = { name: "all", host: "*.shop.example" };
  const host = { name: "api", host: "api.shop.example", path: "/v1", backend: api };
  const warning = ["route/wildcard-overlap (warning) Ingress shop/api"];

  test.each<Case>([
    { name: "a host with some paths beside a wildcard", given: [wildcard, host], want: warning },
    { name: "a host with every path replaces the wildcard", given: [wildcard, { ...host, path: "/" }], want: [] },
    {
      name: "every path as GKE and AWS spell it",
      given: [wildcard, { ...host, path: "/*", pathType: "ImplementationSpecific" }],
      want: [],
    },
    { name: "Exact / is one path", given: [wildcard, { ...host, path: "/", pathType: "Exact" }], want: warning },
    {
      name: "every path in another Ingress",
      given: [wildcard, host, { name: "rest", host: "api.shop.example" }],
      want: [],
    },
    {
      name: "the rest is asked for with a class that does not exist",
      given: [wildcard, host, { name: "rest", host: "api.shop.example", className: "gone", status: [] }],
      want: ["class/missing IngressClass gone"],
    },
    { name: "a wildcard of another label", given: [{ ...wildcard, host: "*.example" }, host], want: [] },
    { name: "the host itself is not a subdomain", given: [wildcard, { ...host, host: "shop.example" }], want: [] },
    { name: "another class", given: [wildcard, { ...host, className: "other" }], want: [] },
    { name: "another load balancer", given: [wildcard, { ...host, status: [{ ip: "203.0.113.99" }] }], want: [] },
    {
      name: "a solver of cert-manager",
      given: [wildcard, { ...host, metadata: { labels: { "acme.cert-manager.io/http01-solver": "true" } } }],
      want: [],
    },
  ])("$name", async ({ given, want }) => {
    expect(said(await judgeAll(given))).toEqual(want);
  });
});

describe("routeRegexPath", () => {
  const warning = ["route/regex-path (warning) Ingress shop/web"];

  test.each([
    ...["/api/(.*)", "/api(/|$)(.*)", "/[a-z]+", "/v\\d", "^/api", "/api/.*", "/api$", "/users/{id}", "/api/*", "/*"]
      .map((path) => ({ path, pathType: "Prefix", want: warning })),
    { path: "/api/.+", pathType: "Exact", want: warning },
    ...[
      "/",
      "/api",
      "/a.b-c_d~e",
      "/Items(1)",
      "/$metadata",
      "/a+b",
      "/a/b*c",
      "/caf%C3%A9",
      "/a:b@c!d,e;f=g&h",
      "/~me",
    ]
      .map((path) => ({ path, pathType: "Prefix", want: [] })),
    { path: "/api/(.*)", pathType: "ImplementationSpecific", want: [] },
  ])("$path as $pathType", async ({ path, pathType, want }) => {
    expect(said(await judgeAll([{ path, pathType }]))).toEqual(want);
  });

  test.each<Case>([
    {
      name: "use-regex",
      given: [{ path: "/a(.*)", metadata: annotated("nginx.ingress.kubernetes.io/use-regex", "true") }],
      want: [],
    },
    {
      name: "a rewrite with a group",
      given: [{ path: "/a(/|$)(.*)", metadata: annotated("nginx.ingress.kubernetes.io/rewrite-target", "/$2") }],
      want: [],
    },
    {
      name: "use-regex in another Ingress of the host and class",
      given: [
        { path: "/a(.*)" },
        { name: "regex", path: "/b", metadata: annotated("nginx.ingress.kubernetes.io/use-regex", "true") },
      ],
      want: [],
    },
    {
      name: "use-regex for another host",
      given: [
        { path: "/a(.*)" },
        { name: "regex", host: "b.example", metadata: annotated("nginx.ingress.kubernetes.io/use-regex", "true") },
      ],
      want: warning,
    },
    {
      name: "a controller that takes none, whatever the pathType",
      given: [{ path: "/a(.*)", pathType: "ImplementationSpecific", className: "alb" }],
      want: warning,
    },
    {
      name: "the stars that it does take",
      given: [{ path: "/a/*", pathType: "ImplementationSpecific", className: "alb" }],
      want: [],
    },
  ])("$name", async ({ given, want }) => {
    expect(said(await judgeAll(given))).toEqual(want);
  });
});
