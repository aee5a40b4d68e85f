import type { KubeObject } from "./kube-object.ts";

/** A Secret with a certificate. Without a key it is as from a snapshot that somebody took the keys out of. */
export function tlsSecret(
  name: string,
  certificatePem: string,
  options: { readonly namespace?: string; readonly type?: string; readonly keyPem?: string } = {},
): KubeObject {
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { namespace: options.namespace ?? "shop", name },
    type: options.type ?? "kubernetes.io/tls",
    data: { "tls.crt": btoa(certificatePem), "tls.key": btoa(options.keyPem ?? "") },
  };
}
