import {
  durationFlag,
  type FlagTable,
  inGroup,
  longName,
  switchFlag,
  textFlag,
  textsFlag,
  UsageError,
  valueFlag,
} from "@kubeschema/command-kit";
import type { KubeconfigOptions } from "../../observe/cluster/load-kubeconfig.ts";
import type { KubeconfigOverrides } from "../../observe/cluster/override-kubeconfig.ts";

/** Which cluster to talk to, and as whom; named as kubectl's flags. */
export interface ConnectionOptions
  extends Pick<KubeconfigOptions, "kubeconfig">, Omit<KubeconfigOverrides, "isInsecure" | "asGroups"> {
  readonly insecureSkipTlsVerify: boolean;
  readonly asGroup: readonly string[];
  /** In milliseconds. */
  readonly requestTimeout?: number;
}

/** The flags that say which cluster to talk to, and as whom. */
export const connectionFlags: FlagTable<ConnectionOptions> = inGroup("Cluster", {
  kubeconfig: textFlag({
    value: "FILE",
    help: "the default is $KUBECONFIG, then ~/.kube/config, then the pod's service account",
  }),
  context: textFlag({ value: "NAME", help: "the default is the kubeconfig's current context" }),
  contextIndex: valueFlag({
    value: "N",
    expects: "a whole number from 0 on",
    parse: (text) => /^\d{1,9}$/.test(text) ? Number(text) : undefined,
    help: "the context at this place when they are sorted by name, from 0; for an Indexed Job",
  }),
  cluster: textFlag({ value: "NAME", help: "a cluster of the kubeconfig, in place of the context's" }),
  user: textFlag({ value: "NAME", help: "a user of the kubeconfig, in place of the context's" }),
  server: textFlag({ short: "s", value: "URL", help: "address of the API server" }),
  token: textFlag({ value: "TOKEN", help: "bearer token; other users of this machine can see it" }),
  certificateAuthority: textFlag({ value: "FILE", help: "certificate of the authority that signed the server's" }),
  clientCertificate: textFlag({ value: "FILE", help: "certificate to log in with" }),
  clientKey: textFlag({ value: "FILE", help: "its key" }),
  insecureSkipTlsVerify: switchFlag({ help: "do not check the server's certificate" }),
  tlsServerName: textFlag({ value: "NAME", help: "the name that the server's certificate is for" }),
  as: textFlag({ value: "USER", help: "act as this user" }),
  asGroup: textsFlag({ value: "GROUP", help: "and as this group" }),
  asUid: textFlag({ value: "UID", help: "and with this uid" }),
  requestTimeout: durationFlag({ value: "T", help: "for one request and its retries; the default is 30s" }),
});

/**
 * Sees to it that the flags of a connection fit together.
 *
 * @throws {UsageError} If not.
 */
export function checkConnection({ context, contextIndex }: ConnectionOptions): void {
  if (context !== undefined && contextIndex !== undefined) {
    throw new UsageError("--context and --context-index exclude each other");
  }
}

/** How the first flag that says something of a cluster is written; `undefined` where none does. */
export function firstConnectionFlag(options: ConnectionOptions): string | undefined {
  const given = Object.keys(connectionFlags).find((name) => {
    const value = options[name as keyof ConnectionOptions]; // The table has a flag for each option.
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
  });
  return given === undefined ? undefined : `--${longName(given)}`;
}
