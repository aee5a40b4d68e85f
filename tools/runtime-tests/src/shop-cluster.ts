import type { Certificate } from "./certificate.ts";
import type { KubeObject } from "./kube-object.ts";

/** What one application of the healthy cluster is made of. */
export interface App {
  readonly namespace: string;
  readonly name: string;
  readonly host: string;
  /** The Service's only port; a port without a name must still be checked by number. */
  readonly port: { readonly name?: string; readonly port: number };
  /** `public` if it is not said. */
  readonly className?: keyof typeof addresses;
}

/** What the controller of each class publishes. */
const addresses = { public: "203.0.113.10", private: "203.0.113.20" } as const;

/** One application per rule, so that faults do not meet. */
export const apps: readonly App[] = [
  { namespace: "search", name: "search", host: "search.example.com", port: { name: "http", port: 80 } },
  { namespace: "search", name: "suggest", host: "suggest.example.com", port: { name: "http", port: 80 } },
  { namespace: "blog", name: "blog", host: "blog.example.com", port: { name: "http", port: 80 } },
  { namespace: "blog", name: "comments", host: "comments.example.com", port: { name: "http", port: 80 } },
  { namespace: "shop", name: "web", host: "shop.example.com", port: { name: "http", port: 80 } },
  { namespace: "shop", name: "api", host: "api.example.com", port: { port: 8080 } },
  { namespace: "shop", name: "cart", host: "cart.example.com", port: { name: "http", port: 80 } },
  { namespace: "pay", name: "checkout", host: "checkout.example.com", port: { name: "http", port: 80 } },
  { namespace: "pay", name: "invoice", host: "invoice.example.com", port: { name: "http", port: 80 } },
  { namespace: "pay", name: "refund", host: "refund.example.com", port: { name: "http", port: 80 } },
  { namespace: "docs", name: "docs", host: "docs.example.com", port: { port: 80 } },
  ...["annotated", "torn", "odd", "left", "refused", "warned", "beta"].map((name) => edgeApp(name)),
  ...["udp", "unselected", "elsewhere", "typed", "keyless", "garbled", "ending", "early", "swapped", "cut", "temporary"]
    .map((name) => edgeApp(name, "more")),
  ...["extra", "bare", "twice", "shadow", "wild", "files"].map((name) => edgeApp(name, "more")),
  // Away from the wildcard, which is of the other class.
  { ...edgeApp("pattern", "more"), className: "private" },
  ...["tools", "wiki"].map((name) => ({ ...edgeApp(name), className: "private" as const })),
];

function edgeApp(name: string, namespace = "edge"): App {
  return { namespace, name, host: `${name}.example.com`, port: { name: "http", port: 80 } };
}

/** What the healthy cluster needs to be told. */
export interface ShopOptions {
  /** `discovery.k8s.io/v1`, or `v1beta1` where the server has only that. */
  readonly sliceApiVersion: string;
  /** Makes the certificate for one host. */
  readonly certificates: Readonly<Record<string, Certificate>>;
}

/** Every object of a cluster in which each Ingress does what it says. */
export function healthyShop({ sliceApiVersion, certificates }: ShopOptions): readonly KubeObject[] {
  const namespaces = [...new Set(apps.map(({ namespace }) => namespace))];
  return [
    ingressClass("public"),
    ingressClass("private"),
    ...namespaces.map((name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } })),
    ...apps.flatMap((app) => {
      const certificate = certificates[app.host];
      if (certificate === undefined) throw new TypeError(`Cannot make the shop: no certificate for "${app.host}"`);
      return [service(app), slice(app, sliceApiVersion), tlsSecret(app, certificate), ingress(app)];
    }),
    // A second Ingress on the Service of the first: what breaks one breaks both.
    ingress({ namespace: "shop", name: "web", host: "www.example.com", port: { name: "http", port: 80 } }, {
      name: "web-www",
      hasTls: false,
    }),
    // No host and no rule.
    {
      ...ingressObject({ namespace: "docs", name: "fallback" }, {
        defaultBackend: { service: { name: "docs", port: { number: 80 } } },
      }),
      status: publishedBy("public"),
    },
  ];
}

/** An IngressClass with a controller of its own. */
export function ingressClass(name: string): KubeObject {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "IngressClass",
    metadata: { name },
    spec: { controller: `example.com/${name}` },
  };
}

/** The status that the class's controller writes. */
function publishedBy(className: keyof typeof addresses): object {
  return { loadBalancer: { ingress: [{ ip: addresses[className] }] } };
}

/** An Ingress on an app's Service. */
export function ingress(
  { namespace, name, host, port, className = "public" }: App,
  options: { readonly name?: string; readonly hasTls?: boolean } = {},
): KubeObject {
  const backend = { service: { name, port: port.name === undefined ? { number: port.port } : { name: port.name } } };
  return {
    ...ingressObject({
      namespace,
      name: options.name ?? name,
      // The other Ingresses have TLS, so one without is worth a note; here it is meant to be.
      ...(options.hasTls === false
        ? { annotations: { "ingress-diff.kubeschema.dev/ignore": "tls/rule-without-tls" } }
        : {}),
    }, {
      ingressClassName: className,
      ...(options.hasTls === false ? {} : { tls: [{ hosts: [host], secretName: `${name}-tls` }] }),
      rules: [{ host, http: { paths: [{ path: "/", pathType: "Prefix", backend }] } }],
    }),
    status: publishedBy(className),
  };
}

/** The Secret that an app's Ingress names. */
export function tlsSecret({ namespace, name }: App, { certificatePem, keyPem }: Certificate): KubeObject {
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { namespace, name: `${name}-tls` },
    type: "kubernetes.io/tls",
    data: { "tls.crt": btoa(certificatePem), "tls.key": btoa(keyPem) },
  };
}

function ingressObject(metadata: KubeObject["metadata"], spec: object): KubeObject {
  return {
    apiVersion: "networking.k8s.io/v1",
    kind: "Ingress",
    metadata,
    spec: { ingressClassName: "public", ...spec },
  };
}

function service({ namespace, name, port }: App): KubeObject {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { namespace, name },
    spec: { selector: { app: name }, ports: [{ ...port, targetPort: 8080, protocol: "TCP" }] },
  };
}

function slice({ namespace, name, port }: App, apiVersion: string): KubeObject {
  return {
    apiVersion,
    kind: "EndpointSlice",
    metadata: { namespace, name: `${name}-1`, labels: { "kubernetes.io/service-name": name } },
    addressType: "IPv4",
    ports: [{ name: port.name ?? "", port: 8080, protocol: "TCP" }],
    endpoints: [
      { addresses: ["10.1.0.1"], conditions: { ready: true } },
      // Without a condition an endpoint is ready.
      { addresses: ["10.1.0.2"], conditions: {} },
    ],
  };
}
