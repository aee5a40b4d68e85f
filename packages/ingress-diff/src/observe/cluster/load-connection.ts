import type { Agent, RequestOptions } from "node:https";
import type { Cluster, User } from "@kubernetes/client-node/dist/config_types.js";
import { optional } from "../json-value.ts";
import { ObservationError } from "../observation-error.ts";
import type { Connection } from "./api-client.ts";
import { proxyFromEnvironment } from "./environment-proxy.ts";
import { impersonationHeaders } from "./impersonation-headers.ts";
import { type CreateKubeConfig, describeSearch, type KubeconfigOptions, loadKubeconfig } from "./load-kubeconfig.ts";
import { chooseContext, type ChosenContext, type KubeconfigOverrides, readTokenFile } from "./override-kubeconfig.ts";

/** Which cluster to talk to, and as whom. */
export interface ConnectionOptions extends KubeconfigOptions, KubeconfigOverrides {
  readonly timeoutMs: number;
}

/** A connection and what the kubeconfig says about it. */
export interface LoadedConnection extends Connection {
  /** `""` if only flags say where to go. */
  readonly context: string;
  /** The context's namespace, `default` if it names none. */
  readonly namespace: string;
}

/**
 * Finds the cluster as kubectl does: `--kubeconfig`, else the files of `KUBECONFIG`, else `~/.kube/config`, else the
 * service account of the pod it runs in; then the flags that override parts of it.
 *
 * @throws {ObservationError} If a file cannot be read, or the context, its cluster or its credentials are not there.
 */
export async function loadConnection(options: ConnectionOptions): Promise<LoadedConnection> {
  // Only this module of the client, and only here: its front door loads every API class there is (0.5 s).
  const { KubeConfig } = await import("@kubernetes/client-node/dist/config.js");
  const create = (): InstanceType<typeof KubeConfig> => new KubeConfig();
  const chosen = await load(options, create);
  return {
    server: chosen.cluster.server,
    options: await connect(chosen, options, create),
    timeoutMs: options.timeoutMs,
    // The files are read again too: somebody may have logged in meanwhile.
    renew: async () => connect(await load(options, create), options, create),
    context: chosen.name,
    namespace: chosen.namespace,
  };
}

/** The namespace that a run without `-n` looks at; nothing is connected to, and no plug-in runs. */
export async function loadNamespace(options: KubeconfigOptions & KubeconfigOverrides): Promise<string> {
  const { KubeConfig } = await import("@kubernetes/client-node/dist/config.js");
  return (await load(options, () => new KubeConfig())).namespace;
}

async function load(
  options: KubeconfigOptions & KubeconfigOverrides,
  create: CreateKubeConfig,
): Promise<ChosenContext> {
  const config = await loadKubeconfig(options, create);
  if (config !== undefined) return chooseContext(config, options);
  if (options.server === undefined) {
    throw new ObservationError(
      `Cannot find a kubeconfig: looked for ${describeSearch(options.env)}`,
      "--kubeconfig FILE, or --snapshot FILE to do without a cluster",
    );
  }
  const empty = { clusters: [], users: [], contexts: [], currentContext: "", extras: new Map() };
  return chooseContext(empty, options);
}

async function connect(
  chosen: ChosenContext,
  { env }: KubeconfigOptions,
  create: CreateKubeConfig,
): Promise<RequestOptions> {
  const impersonation = impersonationHeaders(chosen);
  const cluster: Cluster = {
    ...chosen.cluster,
    ...optional("proxyUrl", chosen.cluster.proxyUrl || proxyFromEnvironment(chosen.cluster.server, env)),
    // The client's guard against plain HTTP would stop `kubectl proxy`, where there is no TLS to skip.
    ...(chosen.cluster.server.startsWith("http:") ? { skipTLSVerify: true } : {}),
  };
  const { tokenFile } = chosen.extras;
  const user: User = withPluginInfo(
    tokenFile ? { ...chosen.user, token: readTokenFile(tokenFile) } : chosen.user,
    cluster,
  );
  const config = create();
  config.loadFromOptions({
    clusters: [cluster],
    users: [user],
    contexts: [{ name: "chosen", cluster: cluster.name, user: user.name }],
    currentContext: "chosen",
  });
  const requestOptions: RequestOptions = {};
  try {
    await config.applyToHTTPSOptions(requestOptions);
  } catch (cause) {
    const whose = chosen.name === "" ? "the server" : `context "${chosen.name}"`;
    throw new ObservationError(
      `Cannot get the credentials of ${whose}: ${reasonOf(cause, user)}`,
      "kubectl auth whoami, and log in again",
      { cause },
    );
  }
  keepAlive(requestOptions.agent);
  return { ...requestOptions, headers: { ...requestOptions.headers, ...impersonation } };
}

/**
 * Tells a plug-in what kubectl tells it: which version of its API to speak, that nobody can type, and the cluster.
 *
 * @see {@link https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins}
 */
function withPluginInfo(user: User, cluster: Cluster): User {
  if (!user.exec) return user;
  const info = {
    apiVersion: user.exec.apiVersion,
    kind: "ExecCredential",
    spec: {
      interactive: false,
      ...(user.exec.provideClusterInfo !== true ? {} : {
        cluster: {
          server: cluster.server,
          ...optional("tls-server-name", cluster.tlsServerName),
          ...(cluster.skipTLSVerify ? { "insecure-skip-tls-verify": true } : {}),
          ...optional("certificate-authority-data", cluster.caData),
          ...optional("proxy-url", cluster.proxyUrl),
        },
      }),
    },
  };
  const env: readonly unknown[] = Array.isArray(user.exec.env) ? user.exec.env : [];
  const added = { name: "KUBERNETES_EXEC_INFO", value: JSON.stringify(info) };
  return { ...user, exec: { ...user.exec, env: [...env, added] } };
}

/** The first line of what went wrong; a plug-in that is not installed comes with its own hint. */
function reasonOf(cause: unknown, { exec }: User): string {
  if (cause instanceof Error && "code" in cause && cause.code === "ENOENT" && exec) {
    const hint = typeof exec.installHint === "string" ? `: ${exec.installHint.trim().split("\n")[0]}` : "";
    return `the plug-in "${String(exec.command)}" is not installed${hint}`;
  }
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.trim().split("\n")[0] || "the credential plug-in failed";
}

function keepAlive(agent: RequestOptions["agent"]): void {
  // The client makes the agent without it; each page would then begin with a new TLS handshake. Lists take no more than
  // six connections at a time, watches one each.
  if (isAgent(agent)) Object.assign(agent, { keepAlive: true, maxSockets: 16 });
}

function isAgent(agent: RequestOptions["agent"]): agent is Agent {
  return typeof agent === "object";
}
