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

const rest = [
  ingressClass("nginx"),
  ingressClass("other"),
  ...["shop", "blog"].flatMap((namespace) =>
    ["web", "api"].flatMap((name) => [service(name, {}, { namespace }), slice(name, {}, { namespace })])
  ),
];

/** Younger than `ingress()`, and with another backend. */
function younger(options: IngressOptions = {}): KubeObject {
  const { metadata, ...others } = options;
  return ingress({
    name: "younger",
    backend: serviceBackend("api", "http"),
    ...others,
    metadata: { creationTimestamp: "2026-05-02T00:00:00Z", ...metadata },
  });
}

const fault = ["route/duplicate Ingress shop/younger"];

interface Case {
  readonly name: string;
  readonly given: readonly KubeObject[];
  readonly want: readonly string[];
}

describe("routeDuplicate", () => {
  test.each<Case>([
    { name: "the younger of two in one namespace", given: [ingress(), younger()], want: fault },
    {
      name: "the younger of two in different namespaces, though it has the same names",
      given: [ingress(), younger({ namespace: "blog", backend: serviceBackend("web", "http") })],
      want: ["route/duplicate Ingress blog/younger"],
    },
    {
      name: "the later by name where both are of one age",
      given: [ingress(), younger({ metadata: { creationTimestamp: "2026-05-01T00:00:00Z" } })],
      want: fault,
    },
    {
      name: "/foo and /foo/ are one Prefix",
      given: [ingress({ path: "/foo" }), younger({ path: "/foo/" })],
      want: fault,
    },
    {
      name: "/foo and /foo/ are two Exact paths",
      given: [ingress({ path: "/foo", pathType: "Exact" }), younger({ path: "/foo/", pathType: "Exact" })],
      want: [],
    },
    { name: "Exact beside Prefix: both are reached", given: [ingress(), younger({ pathType: "Exact" })], want: [] },
    {
      name: "ImplementationSpecific beside Prefix is another question",
      given: [ingress(), younger({ pathType: "ImplementationSpecific" })],
      want: ["route/shadowed (warning) Ingress shop/younger"],
    },
    { name: "another class may have the host too", given: [ingress(), younger({ className: "other" })], want: [] },
    { name: "another host", given: [ingress(), younger({ host: "www.shop.example" })], want: [] },
    { name: "the same backend twice reaches it either way", given: [ingress(), ingress({ name: "again" })], want: [] },
    {
      name: "cert-manager's solver repeats a host on purpose",
      given: [ingress(), younger({ metadata: { labels: { "acme.cert-manager.io/http01-solver": "true" } } })],
      want: [],
    },
    {
      name: "a canary repeats a route on purpose",
      given: [ingress(), younger({ metadata: { annotations: { "nginx.ingress.kubernetes.io/canary": "true" } } })],
      want: [],
    },
    {
      name: "two load balancers serve both",
      given: [ingress(), younger({ status: [{ ip: "203.0.113.99" }] })],
      want: [],
    },
    {
      name: "GKE gives each Ingress a load balancer",
      given: ["web", "young"].map((name, index) =>
        ingress({
          name,
          className: null,
          metadata: { annotations: { "kubernetes.io/ingress.class": "gce" } },
          backend: serviceBackend(index === 0 ? "web" : "api", "http"),
        })
      ),
      want: [],
    },
    {
      name: "on GKE rules of one Ingress still meet",
      given: [
        ingress({
          className: null,
          metadata: { annotations: { "kubernetes.io/ingress.class": "gce" } },
          spec: {
            rules: ["web", "api"].map((name) => ({
              host: "shop.example",
              http: { paths: [{ path: "/", pathType: "Prefix", backend: serviceBackend(name, "http") }] },
            })),
          },
        }),
      ],
      want: ["route/duplicate Ingress shop/web"],
    },
    {
      name: "a new Ingress of a class with one load balancer for each will get its own",
      given: [
        ingress(),
        ingress({ name: "b", host: "b.example", status: [{ ip: "203.0.113.99" }] }),
        younger({ status: [], metadata: { creationTimestamp: "2026-05-31T23:59:00Z" } }),
      ],
      want: [],
    },
    {
      name: "a new Ingress of the AWS controller will get its own, in no group",
      given: [
        { ...ingressClass("alb"), spec: { controller: "ingress.k8s.aws/alb" } },
        ingress({ className: "alb" }),
        younger({ className: "alb", status: [], metadata: { creationTimestamp: "2026-05-31T23:59:00Z" } }),
      ],
      want: [],
    },
    {
      name: "an Ingress whose class does not exist takes nothing",
      given: [ingress({ className: "gone", status: [] }), younger({ className: "gone", status: [] })],
      want: ["class/missing IngressClass gone"],
    },
    {
      name: "an Ingress that is being deleted gives way",
      given: [ingress({ metadata: { deletionTimestamp: "2026-05-31T00:00:00Z" } }), younger()],
      want: [],
    },
    {
      name: "a second default backend is another question",
      given: [
        ingress({ spec: { rules: [], defaultBackend: serviceBackend("web", "http") } }),
        younger({ spec: { rules: [], defaultBackend: serviceBackend("api", "http") } }),
      ],
      want: ["route/shadowed Ingress shop/younger"],
    },
    {
      name: "two rules of one Ingress with different backends",
      given: [
        ingress({
          spec: {
            rules: ["web", "api"].map((name) => ({
              host: "shop.example",
              http: { paths: [{ path: "/", pathType: "Prefix", backend: serviceBackend(name, "http") }] },
            })),
          },
        }),
      ],
      want: ["route/duplicate Ingress shop/web"],
    },
  ])("$name", async ({ given, want }) => {
    expect(said(await judge([...given, ...rest]))).toEqual(want);
  });

  test("many repeated paths of a pair of Ingresses are one fault; the older one's routes stay ok", async () => {
    const paths = (name: string): object => ({
      rules: [{
        host: "shop.example",
        http: {
          paths: ["/a", "/b", "/c"].map((path) => ({
            path,
            pathType: "Prefix",
            backend: serviceBackend(name, "http"),
          })),
        },
      }],
    });
    const evaluation = await judge([ingress({ spec: paths("web") }), younger({ spec: paths("api") }), ...rest]);
    expect(said(evaluation)).toEqual(fault);
    expect(evaluation.findings[0]).toMatchObject({
      should: "one backend for shop.example/a, shop.example/b, shop.example/c",
      is: "asks for what the older Ingress shop/web has already, with another backend",
    });
    expect(evaluation.sources.flatMap(({ routes }) => routes.map(({ state }) => state))).toEqual([
      "ok",
      "ok",
      "ok",
      "failing",
      "failing",
      "failing",
    ]);
  });
});
