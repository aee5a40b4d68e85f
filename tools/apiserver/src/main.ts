import { once } from "node:events";
import type { Env } from "./find-binaries.ts";
import { installBinaries } from "./install-binaries.ts";
import { startApiServer } from "./start-api-server.ts";

/** The outside world, as `bin.ts` hands it in. */
export interface Io {
  readonly args: readonly string[];
  readonly env: Env;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Aborted when the user interrupts a build, or the running server. */
  readonly signal: AbortSignal;
}

const help = `Examples:
  kubeschema-apiserver install
  kubeschema-apiserver start

A real etcd and kube-apiserver for tests.

Commands:
  install   find the binaries, or build or download them; prints their folder
  start     run a server until Ctrl-C; prints the path of the administrator's kubeconfig

Environment:
  KUBEBUILDER_ASSETS   folder with etcd and kube-apiserver, instead of the cache
  XDG_CACHE_HOME       where the cache is (~/.cache)
  DEBUG=1              show the server's output, and stack traces
`;

/** Runs one command and returns its exit code: 0, or 2 if it failed. */
export async function main(io: Io): Promise<number> {
  try {
    return await run(io);
  } catch (error) {
    const isDebug = Boolean(io.env.DEBUG);
    const message = error instanceof Error ? (isDebug ? error.stack ?? error.message : error.message) : String(error);
    io.stderr(`kubeschema-apiserver: ${message}\n`);
    return 2;
  }
}

async function run(io: Io): Promise<number> {
  if (io.args.includes("-h") || io.args.includes("--help")) {
    io.stdout(help);
    return 0;
  }
  const [command, ...rest] = io.args;
  if (command === undefined || !["install", "start"].includes(command) || rest.length > 0) {
    const problem = command === undefined ? "no command given" : `"${io.args.join(" ")}" is not a command`;
    throw new SyntaxError(`${problem}. Try: kubeschema-apiserver --help`);
  }
  if (command === "install") {
    const folder = await installBinaries({
      env: io.env,
      signal: io.signal,
      log: (line) => io.stderr(`kubeschema-apiserver: ${line}\n`),
    });
    io.stdout(`${folder}\n`);
    return 0;
  }
  const server = await startApiServer({ env: io.env, isVerbose: Boolean(io.env.DEBUG) });
  try {
    io.stdout(`${server.kubeconfigPath}\n`);
    io.stderr(`kubeschema-apiserver: serving ${server.url}, Ctrl-C ends it\n`);
    if (!io.signal.aborted) await once(io.signal, "abort");
  } finally {
    await server.stop();
  }
  return 0;
}
