import { createCertificate, createCertificatePem } from "./certificate.ts";
import { ingress, serviceBackend, tlsOf, tlsSecret } from "./kube-objects.ts";
import { type MutationFault, specOf } from "./mutation-fault.ts";

/** Makes the faults of TLS, one for each rule that `mutation-matrix.test.ts` does not spell out itself. */
export async function createTlsFaults(): Promise<readonly MutationFault[]> {
  const hosts = ["shop.example", "*.shop.example"];
  const pem = await createCertificatePem(hosts);
  const expiringPem = await createCertificatePem(hosts, { to: "2026-06-08T00:00:00Z" });
  const futurePem = await createCertificatePem(hosts, { from: "2026-06-02T00:00:00Z" });
  const stranger = await createCertificate({ hosts });
  const authority = await createCertificate({ commonName: "cert-manager.local", isAuthority: true });
  const temporary = await createCertificate({ hosts: ["soon.example"], issuer: authority });
  const root = await createCertificate({ commonName: "Root", isAuthority: true });
  const intermediate = await createCertificate({ commonName: "Intermediate", isAuthority: true, issuer: root });
  const leaf = await createCertificate({ hosts, issuer: intermediate });
  const brokenPem = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";
  /** A fault that writes other data to the Secret of app-N. */
  const inSecret = (
    rule: MutationFault["rule"],
    index: number,
    data: Readonly<Record<string, string>>,
    options: { readonly type?: string; readonly isWarning?: boolean } = {},
  ): MutationFault => {
    const namespace = `team-${index % 4}`;
    const encoded = Object.fromEntries(Object.entries(data).map(([key, text]) => [key, btoa(text)]));
    return {
      rule,
      kind: "Secret",
      name: `app-${index}-tls`,
      change: () => [{ ...tlsSecret(`app-${index}-tls`, "", { namespace, ...options }), data: encoded }],
      want: `${rule}${options.isWarning === true ? " (warning)" : ""} Secret ${namespace}/app-${index}-tls`,
      brokenRoutes: options.isWarning === true ? 0 : 1,
    };
  };
  return [
    inSecret("tls/secret-type", 16, { "tls.crt": pem, "tls.key": "" }, { type: "Opaque", isWarning: true }),
    inSecret("tls/secret-keys", 17, { "cert.pem": pem }, { type: "Opaque" }),
    inSecret("tls/certificate-unreadable", 18, { "tls.crt": brokenPem }),
    inSecret("tls/certificate-expiring", 19, { "tls.crt": expiringPem }, { isWarning: true }),
    inSecret("tls/certificate-not-yet-valid", 21, { "tls.crt": futurePem }),
    inSecret("tls/key-mismatch", 22, { "tls.crt": pem, "tls.key": stranger.keyPem }),
    inSecret("tls/chain-incomplete", 23, { "tls.crt": leaf.pem, "ca.crt": intermediate.pem + root.pem }),
    inSecret("tls/temporary-certificate", 24, { "tls.crt": temporary.pem, "tls.key": temporary.keyPem }),
    {
      rule: "tls/host-without-rule",
      kind: "Ingress",
      name: "app-26",
      change: (object) => [
        { ...object, spec: { ...specOf(object), ...tlsOf("app-26-tls", "app-26.shop.example", "shop.example") } },
      ],
      want: "tls/host-without-rule (warning) Ingress team-2/app-26",
      brokenRoutes: 0,
    },
    {
      rule: "tls/rule-without-tls",
      kind: "Ingress",
      name: "app-25",
      change: (object) => [{ ...object, spec: { ...specOf(object), tls: undefined } }],
      want: "tls/rule-without-tls (note) Ingress team-1/app-25",
      brokenRoutes: 0,
    },
    {
      rule: "tls/duplicate-sni",
      kind: "Ingress",
      name: "app-28",
      change: (object) => [
        object,
        ingress({
          namespace: "team-0",
          name: "sni",
          host: "app-28.shop.example",
          path: "/sni",
          backend: serviceBackend("app-28", "http"),
          spec: tlsOf("sni-tls", "app-28.shop.example"),
          metadata: { creationTimestamp: "2026-05-02T00:00:00Z" },
        }),
        tlsSecret("sni-tls", stranger.pem, { namespace: "team-0" }),
      ],
      want: "tls/duplicate-sni (warning) Ingress team-0/sni",
      brokenRoutes: 0,
    },
  ];
}
