import { optional } from "../observe/json-value.ts";
import type { KubeconfigOverrides } from "../observe/cluster/override-kubeconfig.ts";
import { type FlagValues, textOfFlag, textsOfFlag } from "./flag-values.ts";

/** The kubeconfig and what overrides it. */
export interface ConnectionFlags extends KubeconfigOverrides {
  readonly kubeconfig?: string;
}

/** Reads the flags that say which cluster to talk to, and as whom. */
export function readConnectionFlags(values: FlagValues): ConnectionFlags {
  return {
    ...optional("kubeconfig", textOfFlag(values, "kubeconfig")),
    ...optional("context", textOfFlag(values, "context")),
    ...optional("cluster", textOfFlag(values, "cluster")),
    ...optional("user", textOfFlag(values, "user")),
    ...optional("server", textOfFlag(values, "server")),
    ...optional("token", textOfFlag(values, "token")),
    ...optional("certificateAuthority", textOfFlag(values, "certificate-authority")),
    ...optional("clientCertificate", textOfFlag(values, "client-certificate")),
    ...optional("clientKey", textOfFlag(values, "client-key")),
    ...(values["insecure-skip-tls-verify"] === true ? { isInsecure: true } : {}),
    ...optional("tlsServerName", textOfFlag(values, "tls-server-name")),
    ...optional("as", textOfFlag(values, "as")),
    ...optional("asGroups", textsOfFlag(values, "as-group")),
    ...optional("asUid", textOfFlag(values, "as-uid")),
  };
}
