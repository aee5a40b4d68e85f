import type { Certificate } from "./certificate.ts";
import type { KubeObject } from "./kube-object.ts";
import { type App, apps, ingress, tlsSecret } from "./shop-cluster.ts";

/** One fault, and the finding that must name it. */
export interface Fault {
  readonly rule: string;
  /** The cluster with the fault in it. */
  readonly inject: (shop: readonly KubeObject[]) => readonly KubeObject[];
  /** Kind, namespace and name of the object at fault, as `Kind namespace/name` or `Kind name`. */
  readonly object: string;
  /** The Ingresses that it breaks, if they are not the object itself. */
  readonly consequences: readonly string[];
}

/** Certificates that are wrong in one way each. */
export interface FaultyCertificates {
  /** For `invoice.example.com`. */
  readonly expired: Certificate;
  /** Covers `*.refund.example.com`, which is one label more than the host has. */
  readonly otherHost: Certificate;
}

/** One fault per rule, each in an application of its own. */
export function shopFaults({ expired, otherHost }: FaultyCertificates): readonly Fault[] {
  return [
    {
      rule: "class/missing",
      inject: (shop) =>
        change(shop, "Ingress", "search/search", ({ status: _, ...object }) => ({
          ...object,
          spec: { ...specOf(object), ingressClassName: "vanished" },
        })),
      object: "IngressClass vanished",
      consequences: ["Ingress search/search"],
    },
    {
      rule: "class/none",
      inject: (shop) =>
        change(shop, "Ingress", "search/suggest", ({ status: _, ...object }) => {
          const { ingressClassName: _class, ...spec } = specOf(object);
          return { ...object, spec };
        }),
      object: "Ingress search/suggest",
      consequences: [],
    },
    {
      rule: "address/pending",
      inject: (shop) => change(shop, "Ingress", "blog/blog", ({ status: _, ...object }) => object),
      object: "Ingress blog/blog",
      consequences: [],
    },
    {
      rule: "address/empty-entry",
      inject: (shop) =>
        change(shop, "Ingress", "blog/comments", (object) => ({
          ...object,
          status: { loadBalancer: { ingress: [{}] } },
        })),
      object: "Ingress blog/comments",
      consequences: [],
    },
    {
      rule: "backend/service-missing",
      inject: (shop) => remove(remove(shop, "Service", "shop/web"), "EndpointSlice", "shop/web-1"),
      object: "Service shop/web",
      consequences: ["Ingress shop/web", "Ingress shop/web-www"],
    },
    {
      rule: "backend/port-missing",
      inject: (shop) => replace(shop, ingress({ ...app("shop/api"), port: { port: 9999 } })),
      object: "Service shop/api",
      consequences: ["Ingress shop/api"],
    },
    {
      rule: "backend/no-ready-endpoints",
      inject: (shop) =>
        change(shop, "EndpointSlice", "shop/cart-1", (object) => ({
          ...object,
          endpoints: [{ addresses: ["10.1.0.1"], conditions: { ready: false } }],
        })),
      object: "Service shop/cart",
      consequences: ["Ingress shop/cart"],
    },
    {
      rule: "tls/secret-missing",
      inject: (shop) => remove(shop, "Secret", "pay/checkout-tls"),
      object: "Secret pay/checkout-tls",
      consequences: ["Ingress pay/checkout"],
    },
    {
      rule: "tls/certificate-expired",
      inject: (shop) => replace(shop, tlsSecret(app("pay/invoice"), expired)),
      object: "Secret pay/invoice-tls",
      consequences: ["Ingress pay/invoice"],
    },
    {
      rule: "tls/host-not-covered",
      inject: (shop) => replace(shop, tlsSecret(app("pay/refund"), otherHost)),
      object: "Secret pay/refund-tls",
      consequences: ["Ingress pay/refund"],
    },
    {
      rule: "route/duplicate",
      // In another namespace, and later in the alphabet, for the case that both were created within one second.
      inject: (shop) => [
        ...shop,
        ingress({ ...app("pay/refund"), host: app("docs/docs").host }, { name: "docs-copy", hasTls: false }),
      ],
      object: "Ingress pay/docs-copy",
      consequences: [],
    },
  ];
}

function app(name: string): App {
  const found = apps.find((candidate) => `${candidate.namespace}/${candidate.name}` === name);
  if (found === undefined) throw new RangeError(`Cannot find app "${name}"`);
  return found;
}

function specOf(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return object.spec as Readonly<Record<string, unknown>>; // every Ingress of the shop has a spec
}

function isObject({ kind, metadata }: KubeObject, wantKind: string, name: string): boolean {
  return kind === wantKind && `${metadata.namespace}/${metadata.name}` === name;
}

function change(
  shop: readonly KubeObject[],
  kind: string,
  name: string,
  edit: (object: KubeObject) => KubeObject,
): readonly KubeObject[] {
  if (!shop.some((object) => isObject(object, kind, name))) throw new RangeError(`Cannot find ${kind} "${name}"`);
  return shop.map((object) => isObject(object, kind, name) ? edit(object) : object);
}

function replace(shop: readonly KubeObject[], object: KubeObject): readonly KubeObject[] {
  return change(shop, object.kind, `${object.metadata.namespace}/${object.metadata.name}`, () => object);
}

function remove(shop: readonly KubeObject[], kind: string, name: string): readonly KubeObject[] {
  change(shop, kind, name, (object) => object); // a fault that changes nothing would be no test
  return shop.filter((object) => !isObject(object, kind, name));
}
