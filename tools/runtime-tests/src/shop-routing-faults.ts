import type { Certificate } from "./certificate.ts";
import type { KubeObject } from "./kube-object.ts";
import { ingress, tlsSecret } from "./shop-cluster.ts";
import { app, change, type Fault, remove, replace, specOf } from "./shop-faults.ts";

/** Certificates that are wrong, or odd, in one way each. */
export interface RoutingCertificates {
  /** For `ending.example.com`, with less than 14 days left. */
  readonly ending: Certificate;
  /** For `early.example.com`, valid only later. */
  readonly early: Certificate;
  /** For `temporary.example.com`, as cert-manager signs its placeholder. */
  readonly temporary: Certificate;
  /** For `cut.example.com`, signed by an intermediate. */
  readonly cut: Certificate;
  /** For `extra.example.com` and `extra.typo.example.com`. */
  readonly extra: Certificate;
  /** For any host: another one than the healthy cluster's. */
  readonly other: Certificate;
}

/** One fault per rule of backends, TLS and routes that `shopFaults()` does not have; `installBuckets()` comes first. */
export function shopRoutingFaults(certificates: RoutingCertificates): readonly Fault[] {
  const { ending, early, temporary, cut, extra, other } = certificates;
  return [
    {
      rule: "backend/port-protocol",
      inject: (shop) =>
        change(
          shop,
          "Service",
          "more/udp",
          (object) => withSpec(object, { ports: [{ name: "http", port: 80, protocol: "UDP" }] }),
        ),
      object: "Service more/udp",
      consequences: ["Ingress more/udp"],
    },
    {
      rule: "backend/no-endpoints",
      inject: (shop) => remove(shop, "EndpointSlice", "more/unselected-1"),
      object: "Service more/unselected",
      consequences: ["Ingress more/unselected"],
    },
    {
      rule: "backend/external-name",
      inject: (shop) =>
        change(
          shop,
          "Service",
          "more/elsewhere",
          (object) => withSpec(object, { type: "ExternalName", externalName: "shop.example.net" }),
        ),
      object: "Service more/elsewhere",
      consequences: ["Ingress more/elsewhere"],
    },
    {
      rule: "backend/resource-missing",
      inject: (shop) => [
        ...change(shop, "Ingress", "more/files", (object) => {
          const resource = { apiGroup: "storage.example", kind: "Bucket", name: "gone" };
          const paths = [{ path: "/", pathType: "Prefix", backend: { resource } }];
          return withSpec(object, { rules: [{ host: "files.example.com", http: { paths } }] });
        }),
        { apiVersion: "storage.example/v1", kind: "Bucket", metadata: { namespace: "more", name: "here" } },
      ],
      object: "Bucket more/gone",
      consequences: ["Ingress more/files"],
    },
    inSecret("tls/secret-type", "typed", (secret) => ({ ...secret, type: "Opaque" })),
    // The server insists on both keys, and takes an empty one.
    inSecret("tls/secret-keys", "keyless", (secret) => withData(secret, { "tls.key": "" })),
    inSecret("tls/certificate-unreadable", "garbled", (secret) => withData(secret, { "tls.crt": btoa("garbled") })),
    inSecret("tls/certificate-expiring", "ending", () => tlsSecret(app("more/ending"), ending)),
    inSecret("tls/certificate-not-yet-valid", "early", () => tlsSecret(app("more/early"), early)),
    inSecret("tls/key-mismatch", "swapped", (secret) => withData(secret, { "tls.key": btoa(other.keyPem) })),
    inSecret(
      "tls/chain-incomplete",
      "cut",
      () => tlsSecret(app("more/cut"), { ...cut, certificatePem: `${cut.certificatePem}\n${other.certificatePem}` }),
    ),
    inSecret("tls/temporary-certificate", "temporary", () => tlsSecret(app("more/temporary"), temporary)),
    {
      rule: "tls/host-without-rule",
      inject: (shop) =>
        change(
          replace(shop, tlsSecret(app("more/extra"), extra)),
          "Ingress",
          "more/extra",
          (object) =>
            withSpec(object, {
              tls: [{ hosts: ["extra.example.com", "extra.typo.example.com"], secretName: "extra-tls" }],
            }),
        ),
      object: "Ingress more/extra",
      consequences: [],
    },
    {
      rule: "tls/rule-without-tls",
      inject: (shop) =>
        change(shop, "Ingress", "more/bare", (object) => {
          const { tls: _tls, ...spec } = specOf(object);
          return { ...object, spec };
        }),
      object: "Ingress more/bare",
      consequences: [],
    },
    {
      rule: "tls/duplicate-sni",
      // Later in the alphabet, for the case that both were created within one second.
      inject: (shop) => [
        ...shop,
        { ...tlsSecret(app("more/twice"), other), metadata: { namespace: "more", name: "twice-late-tls" } },
        withSpec(withPath(ingress(app("more/twice"), { name: "twice-late" }), { path: "/late" }), {
          tls: [{ hosts: ["twice.example.com"], secretName: "twice-late-tls" }],
        }),
      ],
      object: "Ingress more/twice-late",
      consequences: [],
    },
    {
      rule: "route/shadowed",
      inject: (shop) => [
        ...shop,
        withPath(ingress({ ...app("more/bare"), host: "shadow.example.com" }, { name: "shadow-late", hasTls: false }), {
          pathType: "ImplementationSpecific",
        }),
      ],
      object: "Ingress more/shadow-late",
      consequences: [],
    },
    {
      rule: "route/wildcard-overlap",
      inject: (shop) => [
        ...change(shop, "Ingress", "more/wild", (object) => withPath(object, { path: "/v1" })),
        ingress({ ...app("more/wild"), host: "*.example.com" }, { name: "any", hasTls: false }),
      ],
      object: "Ingress more/wild",
      consequences: [],
    },
    {
      rule: "route/regex-path",
      inject: (shop) => change(shop, "Ingress", "more/pattern", (object) => withPath(object, { path: "/api/(.*)" })),
      object: "Ingress more/pattern",
      consequences: [],
    },
  ];
}

/** A fault in the Secret of one app. */
function inSecret(rule: string, name: string, edit: (secret: KubeObject) => KubeObject): Fault {
  return {
    rule,
    inject: (shop) => change(shop, "Secret", `more/${name}-tls`, edit),
    object: `Secret more/${name}-tls`,
    consequences: [`Ingress more/${name}`],
  };
}

function withSpec(object: KubeObject, spec: object): KubeObject {
  return { ...object, spec: { ...specOf(object), ...spec } };
}

function withData(object: KubeObject, data: object): KubeObject {
  return { ...object, data: { ...object.data as object, ...data } }; // every Secret of the shop has data
}

function withPath(object: KubeObject, fields: object): KubeObject {
  // `ingress()` makes one rule with one path.
  const [rule] = specOf(object).rules as readonly [
    { readonly host: string; readonly http: { readonly paths: readonly [object] } },
  ];
  return withSpec(object, { rules: [{ host: rule.host, http: { paths: [{ ...rule.http.paths[0], ...fields }] } }] });
}
