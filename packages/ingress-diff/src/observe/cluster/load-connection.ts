import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { RequestOptions } from "node:https";
import type { KubeConfig } from "@kubernetes/client-node/dist/config.js";
import { ObservationError } from "../observation-error.ts";
import type { Connection } from "./api-client.ts";

/** Which cluster to talk to. */
export interface ConnectionOptions {
  readonly kubeconfig?: string;
  readonly context?: string;
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A connection and what the kubeconfig says about it. */
export interface LoadedConnection extends Connection {
  readonly context: string;
  /** The context's namespace, `default` if it names none. */
  readonly namespace: string;
}

/**
 * Finds the cluster as kubectl does: `--kubeconfig`, else the files of `KUBECONFIG`, else `~/.kube/config`, else the
 * service account of the pod it runs in.
 *
 * @throws {ObservationError} If a file cannot be read, or the context, its cluster or its credentials are not there.
 */
export async function loadConnection(options: ConnectionOptions): Promise<LoadedConnection> {
  // Only this module of the client, and only here: its front door loads every API class there is (0.5 s).
  const { KubeConfig } = await import("@kubernetes/client-node/dist/config.js");
  const config = loadConfig(options, () => new KubeConfig());
  if (options.context !== undefined) config.setCurrentContext(options.context);
  const name = config.getCurrentContext();
  const context = name ? config.getContextObject(name) : null;
  if (context === null) throw unknownContext(name, config);
  const cluster = config.getCurrentCluster();
  if (!cluster?.server) {
    throw new ObservationError(
      `Cannot use context "${name}": the kubeconfig has no cluster "${context.cluster}"`,
      "kubectl config view",
    );
  }
  // The client reads the cluster's settings only together with a user, and a context may go without one.
  if (config.getCurrentUser() === null) config.users = [...config.getUsers(), { name: context.user }];
  // Its guard against plain HTTP would stop `kubectl proxy`, where there is no TLS to skip.
  if (cluster.server.startsWith("http:")) Object.assign(cluster, { skipTLSVerify: true });
  const requestOptions: RequestOptions = {};
  try {
    await config.applyToHTTPSOptions(requestOptions);
  } catch (cause) {
    throw new ObservationError(
      `Cannot get the credentials of context "${name}": ${firstLine(cause)}`,
      "kubectl auth whoami, and log in again",
      { cause },
    );
  }
  keepAlive(requestOptions.agent);
  return {
    server: cluster.server,
    options: requestOptions,
    timeoutMs: options.timeoutMs,
    context: name,
    namespace: context.namespace ?? "default",
  };
}

type Create = () => KubeConfig;

function loadConfig({ kubeconfig, env }: ConnectionOptions, create: Create): KubeConfig {
  if (kubeconfig !== undefined) return loadFile(kubeconfig, create);
  // kubectl passes over files of the list that do not exist.
  const listed = (env.KUBECONFIG ?? "").split(delimiter).filter((path) => path !== "");
  const files = listed.length === 1 ? listed : listed.filter((path) => existsSync(path));
  if (files.length > 0) return mergeConfigs(files.map((path) => loadFile(path, create)), create);
  const home = env.HOME ?? env.USERPROFILE;
  const usual = home === undefined ? undefined : join(home, ".kube", "config");
  if (listed.length === 0 && usual !== undefined && existsSync(usual)) return loadFile(usual, create);
  if (env.KUBERNETES_SERVICE_HOST !== undefined) {
    const config = create();
    config.loadFromCluster();
    return config;
  }
  const looked = listed.length > 0 ? listed.join(", ") : usual ?? "~/.kube/config";
  throw new ObservationError(
    `Cannot find a kubeconfig: looked for ${looked}`,
    "--kubeconfig FILE, or --snapshot FILE to do without a cluster",
  );
}

function loadFile(path: string, create: Create): KubeConfig {
  const config = create();
  try {
    config.loadFromFile(path);
  } catch (cause) {
    throw new ObservationError(
      `Cannot read kubeconfig "${path}": ${reasonOf(cause)}`,
      `kubectl config view --kubeconfig ${path}`,
      { cause: withoutContent(cause) },
    );
  }
  return config;
}

/** The first file that sets a name or the current context wins, as in kubectl. */
function mergeConfigs(configs: readonly KubeConfig[], create: Create): KubeConfig {
  const merged = create();
  const firstOfName = <T extends { readonly name: string }>(items: readonly T[]): T[] => [
    ...new Map(items.toReversed().map((item) => [item.name, item])).values(),
  ];
  merged.clusters = firstOfName(configs.flatMap((config) => config.getClusters()));
  merged.users = firstOfName(configs.flatMap((config) => config.getUsers()));
  merged.contexts = firstOfName(configs.flatMap((config) => config.getContexts()));
  merged.currentContext = configs.find((config) => config.getCurrentContext())?.getCurrentContext() ?? "";
  return merged;
}

function unknownContext(name: string | undefined, config: KubeConfig): ObservationError {
  const names = config.getContexts().map((context) => `"${context.name}"`).join(", ");
  const has = names === "" ? "the kubeconfig has none" : `the kubeconfig has ${names}`;
  return name
    ? new ObservationError(`Cannot find context "${name}": ${has}`, "kubectl config get-contexts")
    : new ObservationError(`Cannot choose a context: none is current, ${has}`, "--context NAME");
}

/** What went wrong, without the lines of the file that a YAML parser likes to show: they may hold a token. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if ("code" in cause && cause.code === "ENOENT") return "there is no such file";
  if ("code" in cause && cause.code === "EACCES") return "permission denied";
  if ("code" in cause && cause.code === "EISDIR") return "it is a folder";
  if ("reason" in cause && "mark" in cause) {
    const line = (cause.mark as { readonly line?: unknown } | null)?.line;
    return `not YAML${typeof line === "number" ? `, line ${line + 1}` : ""}: ${String(cause.reason)}`;
  }
  return "it is not a kubeconfig";
}

function withoutContent(cause: unknown): unknown {
  return cause instanceof Error && "mark" in cause ? undefined : cause;
}

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.trim().split("\n")[0] || "the credential plug-in failed";
}

function keepAlive(agent: RequestOptions["agent"]): void {
  // The client makes the agent without it; each page would then begin with a new TLS handshake.
  if (typeof agent === "object") Object.assign(agent, { keepAlive: true, maxSockets: 6 });
}
