import { readFileSync } from "node:fs";
import type { Cluster, User } from "@kubernetes/client-node/dist/config_types.js";
import { optional } from "../json-value.ts";
import { ObservationError } from "../observation-error.ts";
import { compareText } from "@kubeschema/model/compare-text";
import type { UserExtras } from "./kubeconfig-extras.ts";
import type { Kubeconfig } from "./load-kubeconfig.ts";

/** What takes the place of something in the kubeconfig, named as kubectl's flags. */
export interface KubeconfigOverrides {
  readonly context?: string;
  /** The context at this place when they are sorted by name, from 0: for Jobs that share the contexts out. */
  readonly contextIndex?: number;
  readonly cluster?: string;
  readonly user?: string;
  readonly server?: string;
  readonly token?: string;
  readonly certificateAuthority?: string;
  readonly clientCertificate?: string;
  readonly clientKey?: string;
  readonly isInsecure?: boolean;
  readonly tlsServerName?: string;
  /** Whom to act as. */
  readonly as?: string;
  readonly asUid?: string;
  readonly asGroups?: readonly string[];
}

/** One cluster and one user: all that is left of a kubeconfig. */
export interface ChosenContext {
  /** The context's name; `""` if only flags say where to go. */
  readonly name: string;
  readonly namespace: string;
  readonly cluster: Cluster;
  readonly user: User;
  readonly extras: UserExtras;
}

/**
 * Chooses context, cluster and user, and lets flags override them, by kubectl's rules.
 *
 * @see {@link https://github.com/kubernetes/client-go/blob/master/tools/clientcmd/client_config.go}
 * @throws {ObservationError} If the context, its cluster, or a user that a flag names is not there.
 */
export function chooseContext(config: Kubeconfig, overrides: KubeconfigOverrides): ChosenContext {
  const asked = overrides.contextIndex === undefined
    ? overrides.context
    : contextAt(overrides.contextIndex, config.contexts);
  const name = asked ?? config.currentContext;
  const context = config.contexts.find((candidate) => candidate.name === name);
  const canDoWithout = overrides.server !== undefined || overrides.cluster !== undefined;
  if (context === undefined && (asked !== undefined || !canDoWithout)) throw unknownContext(name, config);
  const userName = overrides.user ?? context?.user ?? "";
  const user = config.users.find((candidate) => candidate.name === userName);
  if (user === undefined && overrides.user !== undefined) {
    throw new ObservationError(
      `Cannot use user "${userName}": ${has("user", config.users)}`,
      "kubectl config get-users",
    );
  }
  const extras = config.extras.get(userName) ?? {};
  return {
    name: context === undefined ? "" : name,
    namespace: context?.namespace ?? "default",
    cluster: overrideCluster(chooseCluster(config, overrides, context), overrides),
    // The client reads the cluster's settings only together with a user, and a context may go without one.
    user: overrideUser(user ?? { name: userName || "anonymous" }, overrides),
    extras: {
      ...extras,
      // A token on the command line is the one to use, whatever else the user has.
      ...(overrides.token === undefined ? {} : { tokenFile: "" }),
      ...optional("asUid", overrides.asUid),
      ...optional("asGroups", overrides.asGroups),
    },
  };
}

function chooseCluster(
  config: Kubeconfig,
  overrides: KubeconfigOverrides,
  context: Kubeconfig["contexts"][number] | undefined,
): Cluster {
  const name = overrides.cluster ?? context?.cluster ?? "";
  const cluster = config.clusters.find((candidate) => candidate.name === name);
  if (cluster !== undefined) return cluster;
  if (overrides.cluster === undefined && overrides.server !== undefined) {
    return { name: "server", server: overrides.server, skipTLSVerify: false };
  }
  if (overrides.cluster !== undefined) {
    throw new ObservationError(
      `Cannot use cluster "${name}": ${has("cluster", config.clusters)}`,
      "kubectl config get-clusters",
    );
  }
  throw new ObservationError(
    `Cannot use context "${context?.name ?? ""}": the kubeconfig has no cluster "${name}"`,
    "kubectl config view",
  );
}

function overrideCluster(cluster: Cluster, overrides: KubeconfigOverrides): Cluster {
  const { server, tlsServerName, certificateAuthority, isInsecure = false } = overrides;
  const { tlsServerName: namedBefore, caData, caFile, ...rest } = cluster;
  // A name for the old server is of no use with another one.
  const keptName = tlsServerName ?? (server === undefined ? namedBefore : undefined);
  // kubectl drops the authority when it is told not to check certificates.
  const authority = certificateAuthority !== undefined
    ? { caFile: certificateAuthority }
    : isInsecure
    ? {}
    : { ...optional("caData", caData), ...optional("caFile", caFile) };
  return {
    ...rest,
    ...optional("server", server),
    ...optional("tlsServerName", keptName),
    ...authority,
    skipTLSVerify: isInsecure || cluster.skipTLSVerify,
  };
}

function overrideUser(user: User, overrides: KubeconfigOverrides): User {
  const { token, as, clientCertificate, clientKey } = overrides;
  const { exec, authProvider, certData, certFile, keyData, keyFile, ...rest } = user;
  return {
    ...rest,
    // A plug-in does not run where there is a token already, as in kubectl.
    ...(token === undefined ? { ...optional("exec", exec ?? undefined), authProvider } : { token }),
    ...optional("certData", clientCertificate === undefined ? certData : undefined),
    ...optional("certFile", clientCertificate ?? certFile),
    ...optional("keyData", clientKey === undefined ? keyData : undefined),
    ...optional("keyFile", clientKey ?? keyFile),
    ...optional("impersonateUser", as ?? user.impersonateUser),
  };
}

/**
 * The bearer token of a file, without the line break that editors leave.
 *
 * @throws {ObservationError} If it cannot be read.
 */
export function readTokenFile(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (cause) {
    const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
    throw new ObservationError(`Cannot read token file "${path}": ${reason}`, "kubectl config view", { cause });
  }
}

function contextAt(index: number, contexts: Kubeconfig["contexts"]): string {
  const name = contexts.map((context) => context.name).sort(compareText)[index];
  if (name !== undefined) return name;
  const count = contexts.length;
  throw new ObservationError(
    `Cannot find the context of index ${index}: the kubeconfig has ${
      count === 0 ? "no context" : count === 1 ? "1 context, index 0" : `${count} contexts, from 0 to ${count - 1}`
    }`,
    "kubectl config get-contexts",
  );
}

function unknownContext(name: string, config: Kubeconfig): ObservationError {
  return name === ""
    ? new ObservationError(
      `Cannot choose a context: none is current, ${has("context", config.contexts)}`,
      "--context NAME",
    )
    : new ObservationError(
      `Cannot find context "${name}": ${has("context", config.contexts)}`,
      "kubectl config get-contexts",
    );
}

function has(what: string, items: readonly { readonly name: string }[]): string {
  const names = items.map(({ name }) => `"${name}"`).toSorted().join(", ");
  return names === "" ? `the kubeconfig has no ${what}` : `the kubeconfig has ${names}`;
}
