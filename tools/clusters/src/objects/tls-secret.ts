import type { KubeObject } from "./kube-object.ts";

/**
 * Makes a Secret with a certificate. Without a key it looks as in a snapshot from which somebody has removed the keys.
 */
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
