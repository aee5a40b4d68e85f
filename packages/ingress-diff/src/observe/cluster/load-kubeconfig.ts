import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { KubeConfig } from "@kubernetes/client-node/dist/config.js";
import type { Cluster, Context, User } from "@kubernetes/client-node/dist/config_types.js";
import { optional } from "../json-value.ts";
import { ObservationError } from "../observation-error.ts";
import { readUserExtras, resolveBeside, type UserExtras } from "./kubeconfig-extras.ts";

/** Which kubeconfig to read. */
export interface KubeconfigOptions {
  readonly kubeconfig?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where a pod finds its service account; another folder in tests. */
  readonly serviceAccountFolder?: string;
}

/** What one or several kubeconfigs say together. */
export interface Kubeconfig {
  readonly clusters: readonly Cluster[];
  readonly users: readonly User[];
  readonly contexts: readonly Context[];
  /** `""` if none is current. */
  readonly currentContext: string;
  /** By the users' names. */
  readonly extras: ReadonlyMap<string, UserExtras>;
}

/** How the client's class is made; it is loaded only where it is needed. */
export type CreateKubeConfig = () => KubeConfig;

/**
 * Finds the kubeconfig as kubectl does: `--kubeconfig`, else the files of `KUBECONFIG`, else `~/.kube/config`, else the
 * service account of the pod it runs in.
 *
 * @returns `undefined` if there is none.
 * @throws {ObservationError} If a file cannot be read.
 */
export async function loadKubeconfig(
  options: KubeconfigOptions,
  create: CreateKubeConfig,
): Promise<Kubeconfig | undefined> {
  const { kubeconfig, env } = options;
  if (kubeconfig !== undefined) return loadFile(kubeconfig, create);
  const listed = listedFiles(env);
  // kubectl skips files of the list that do not exist, or are empty.
  const files = listed.length === 1
    ? listed
    : listed.filter((path) => existsSync(path) && readFileSync(path).length > 0);
  if (files.length > 0) return mergeKubeconfigs(await Promise.all(files.map((path) => loadFile(path, create))));
  const usual = usualFile(env);
  if (listed.length === 0 && usual !== undefined && existsSync(usual)) return loadFile(usual, create);
  return loadServiceAccount(options);
}

/** Where a kubeconfig was looked for, for people. */
export function describeSearch(env: KubeconfigOptions["env"]): string {
  const listed = listedFiles(env);
  return listed.length > 0 ? listed.join(", ") : usualFile(env) ?? "~/.kube/config";
}

function listedFiles(env: KubeconfigOptions["env"]): readonly string[] {
  return (env.KUBECONFIG ?? "").split(delimiter).filter((path) => path !== "");
}

function usualFile(env: KubeconfigOptions["env"]): string | undefined {
  const home = env.HOME ?? env.USERPROFILE;
  return home === undefined ? undefined : join(home, ".kube", "config");
}

async function loadFile(path: string, create: CreateKubeConfig): Promise<Kubeconfig> {
  const config = create();
  let extras: ReadonlyMap<string, UserExtras>;
  try {
    config.loadFromFile(path);
    extras = await readUserExtras(readFileSync(path, "utf8"), path);
  } catch (cause) {
    throw new ObservationError(
      `Cannot read kubeconfig "${path}": ${reasonOf(cause)}`,
      `kubectl config view --kubeconfig ${path}`,
      { cause: withoutContent(cause) },
    );
  }
  return {
    clusters: config.getClusters(),
    users: config.getUsers().map((user) => resolvePlugin(user, path)),
    contexts: config.getContexts(),
    currentContext: config.getCurrentContext() ?? "",
    extras,
  };
}

/** A plug-in's command that is a path and not just a name is relative to the kubeconfig. */
function resolvePlugin(user: User, path: string): User {
  const command: unknown = user.exec?.command;
  if (typeof command !== "string" || !/[/\\]/.test(command)) return user;
  return { ...user, exec: { ...user.exec, command: resolveBeside(path, command) } };
}

/** The first file that sets a name or the current context wins, as in kubectl. */
function mergeKubeconfigs(configs: readonly Kubeconfig[]): Kubeconfig {
  const firstOfName = <T extends { readonly name: string }>(items: readonly T[]): readonly T[] => [
    ...new Map(items.toReversed().map((item) => [item.name, item])).values(),
  ];
  return {
    clusters: firstOfName(configs.flatMap(({ clusters }) => clusters)),
    users: firstOfName(configs.flatMap(({ users }) => users)),
    contexts: firstOfName(configs.flatMap(({ contexts }) => contexts)),
    currentContext: configs.find(({ currentContext }) => currentContext !== "")?.currentContext ?? "",
    extras: new Map(
      configs.toReversed().flatMap(({ users, extras }) =>
        // A user without extras in an earlier file hides those of a later one.
        users.map(({ name }) => [name, extras.get(name) ?? {}] as const)
      ),
    ),
  };
}

function loadServiceAccount(options: KubeconfigOptions): Kubeconfig | undefined {
  const { KUBERNETES_SERVICE_HOST: host, KUBERNETES_SERVICE_PORT: port = "443" } = options.env;
  if (host === undefined || host === "") return undefined;
  const folder = options.serviceAccountFolder ?? "/var/run/secrets/kubernetes.io/serviceaccount";
  const name = "in-cluster";
  const namespaceFile = join(folder, "namespace");
  return {
    clusters: [{
      name,
      server: `https://${host.includes(":") ? `[${host}]` : host}:${port}`,
      caFile: join(folder, "ca.crt"),
      skipTLSVerify: false,
    }],
    users: [{ name }],
    contexts: [{
      name,
      cluster: name,
      user: name,
      ...optional("namespace", existsSync(namespaceFile) ? readFileSync(namespaceFile, "utf8").trim() : undefined),
    }],
    currentContext: name,
    extras: new Map([[name, { tokenFile: join(folder, "token") }]]),
  };
}

/** What went wrong, without the lines of the file that a YAML parser likes to show: they may hold a token. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if ("code" in cause && cause.code === "ENOENT") return "there is no such file or folder";
  if ("code" in cause && cause.code === "EACCES") return "permission is denied";
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
