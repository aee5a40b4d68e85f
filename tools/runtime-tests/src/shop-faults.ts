import type { Certificate } from "./certificate.ts";
import type { KubeObject } from "./kube-object.ts";
import { type App, apps, ingress, ingressClass, tlsSecret } from "./shop-cluster.ts";

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

/** One fault per rule, each in an application of its own, as of a time in RFC 3339. */
export function shopFaults({ expired, otherHost }: FaultyCertificates, at: string): readonly Fault[] {
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
      rule: "class/multiple-defaults",
      // After all Ingresses, which would get one of them. What stands between the two is made between them, so that the
      // last one is never the older; of two of one second the first name counts.
      inject: (shop) => [
        ...shop,
        defaultClass("b-default"),
        {
          apiVersion: "v1",
          kind: "Service",
          metadata: { namespace: "edge", name: "between" },
          spec: { ports: [{ port: 1 }] },
        },
        defaultClass("a-default"),
      ],
      object: "IngressClass a-default",
      consequences: [],
    },
    {
      rule: "class/annotation-deprecated",
      inject: (shop) =>
        change(shop, "Ingress", "edge/annotated", (object) => {
          const { ingressClassName, ...spec } = specOf(object);
          const annotations = { "kubernetes.io/ingress.class": String(ingressClassName) };
          return { ...object, metadata: { ...object.metadata, annotations }, spec };
        }),
      object: "IngressClass public",
      consequences: ["Ingress edge/annotated"],
    },
    {
      rule: "class/annotation-conflict",
      // Refused on create, accepted on update.
      inject: (shop) =>
        change(shop, "Ingress", "edge/torn", (object) => ({
          ...object,
          update: { metadata: { annotations: { "kubernetes.io/ingress.class": "private" } } },
        })),
      object: "Ingress edge/torn",
      consequences: [],
    },
    {
      rule: "class/parameters-missing",
      inject: (shop) => {
        const parameters = { apiGroup: "networking.k8s.io", kind: "IngressClass", name: "vanished" };
        const object = ingressClass("tuned");
        return [...shop, { ...object, spec: { ...specOf(object), parameters } }];
      },
      object: "IngressClass tuned",
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
      rule: "address/wrong-load-balancer",
      inject: (shop) =>
        change(shop, "Ingress", "edge/odd", (object) => ({
          ...object,
          spec: { ...specOf(object), ingressClassName: "private" },
        })),
      object: "Ingress edge/odd",
      consequences: [],
    },
    {
      rule: "address/stale",
      inject: (shop) =>
        change(shop, "Ingress", "edge/left", (object) => ({
          ...object,
          status: { loadBalancer: { ingress: [{ ip: "203.0.113.99" }] } },
          update: {
            metadata: {
              managedFields: [
                managedField("old-controller", "2020-01-01T00:00:00Z", {
                  "f:status": { "f:loadBalancer": { "f:ingress": {} } },
                }),
                managedField("kubectl-patch", "2021-01-01T00:00:00Z", { "f:spec": { "f:ingressClassName": {} } }),
              ],
            },
          },
        })),
      object: "Ingress edge/left",
      consequences: [],
    },
    {
      rule: "address/port-error",
      inject: (shop) =>
        change(shop, "Ingress", "edge/refused", (object) => ({
          ...object,
          status: {
            loadBalancer: {
              ingress: [{ ip: "203.0.113.10", ports: [{ port: 443, protocol: "TCP", error: "CertificateRefused" }] }],
            },
          },
        })),
      object: "Ingress edge/refused",
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
    {
      rule: "event/warning",
      inject: (shop) => [...shop, {
        apiVersion: "v1",
        kind: "Event",
        metadata: { namespace: "edge", name: "warned.1" },
        involvedObject: { apiVersion: "networking.k8s.io/v1", kind: "Ingress", namespace: "edge", name: "warned" },
        type: "Warning",
        reason: "FailedBuildModel",
        message: "no subnet was found",
        lastTimestamp: at.replace(/\.\d+Z$/, "Z"),
      }],
      object: "Ingress edge/warned",
      consequences: [],
    },
    {
      rule: "api/removed-version-writer",
      inject: (shop) =>
        change(shop, "Ingress", "edge/beta", (object) => ({
          ...object,
          apiVersion: "networking.k8s.io/v1beta1",
          spec: {
            ...specOf(object),
            rules: [{
              host: "beta.example.com",
              http: { paths: [{ backend: { serviceName: "beta", servicePort: "http" } }] },
            }],
          },
        })),
      object: "Ingress *",
      consequences: ["Ingress edge/beta"],
    },
  ];
}

function defaultClass(name: string): KubeObject {
  const annotations = { "ingressclass.kubernetes.io/is-default-class": "true" };
  return { ...ingressClass(name), metadata: { name, annotations } };
}

/** An entry of `.metadata.managedFields` of an Ingress. */
function managedField(manager: string, time: string, fieldsV1: object): object {
  return { manager, operation: "Update", apiVersion: "networking.k8s.io/v1", time, fieldsType: "FieldsV1", fieldsV1 };
}

/** The application of a name such as `shop/web`. */
export function app(name: string): App {
  const found = apps.find((candidate) => `${candidate.namespace}/${candidate.name}` === name);
  if (found === undefined) throw new RangeError(`Cannot find app "${name}"`);
  return found;
}

/** The spec of an object that has one. */
export function specOf(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return object.spec as Readonly<Record<string, unknown>>; // every Ingress of the shop has a spec
}

function isObject({ kind, metadata }: KubeObject, wantKind: string, name: string): boolean {
  return kind === wantKind && `${metadata.namespace}/${metadata.name}` === name;
}

/** The shop with one object edited. */
export function change(
  shop: readonly KubeObject[],
  kind: string,
  name: string,
  edit: (object: KubeObject) => KubeObject,
): readonly KubeObject[] {
  if (!shop.some((object) => isObject(object, kind, name))) throw new RangeError(`Cannot find ${kind} "${name}"`);
  return shop.map((object) => isObject(object, kind, name) ? edit(object) : object);
}

/** The shop with another object in the place of the one of the same name. */
export function replace(shop: readonly KubeObject[], object: KubeObject): readonly KubeObject[] {
  return change(shop, object.kind, `${object.metadata.namespace}/${object.metadata.name}`, () => object);
}

/** The shop without one object. */
export function remove(shop: readonly KubeObject[], kind: string, name: string): readonly KubeObject[] {
  change(shop, kind, name, (object) => object); // a fault that changes nothing would be no test
  return shop.filter((object) => !isObject(object, kind, name));
}
