import { optional } from "../observe/json-value.ts";
import type { KubeconfigOverrides } from "../observe/cluster/override-kubeconfig.ts";
import { type FlagValues, textOfFlag, textsOfFlag } from "./flag-values.ts";
import { parseIndex } from "./parse-flag-value.ts";
import { UsageError } from "./usage-error.ts";

/** The kubeconfig and what overrides it. */
export interface ConnectionFlags extends KubeconfigOverrides {
  readonly kubeconfig?: string;
}

/**
 * Reads the flags that say which cluster to talk to, and as whom.
 *
 * @throws {UsageError} If a value is not allowed, or two exclude each other.
 */
export function readConnectionFlags(values: FlagValues): ConnectionFlags {
  const contextIndex = textOfFlag(values, "context-index");
  if (contextIndex !== undefined && values.context !== undefined) {
    throw new UsageError("--context and --context-index exclude each other");
  }
  return {
    ...optional("kubeconfig", textOfFlag(values, "kubeconfig")),
    ...optional("context", textOfFlag(values, "context")),
    ...optional("contextIndex", contextIndex === undefined ? undefined : parseIndex("--context-index", contextIndex)),
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
