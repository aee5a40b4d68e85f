import { CommandError } from "@kubeschema/command-kit";
import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { createInterface } from "node:readline";
import type { Env } from "./find-binaries.ts";

/** Settings of {@linkcode runBuild}. */
export interface BuildOptions {
  /** What is built, for messages: `kube-apiserver 1.37.2`. */
  readonly what: string;
  readonly env: Env;
  /** Receives what the script says of its progress, and the end of its output if it fails, one line at a time. */
  readonly log: (line: string) => void;
  /** Ends the build. */
  readonly signal?: AbortSignal | undefined;
}

/** The lines of a build that are shown if it fails. */
const shownLines = 15;
const progressMark = "build: ";

/**
 * Runs a script that builds, with bash. Lines on its stderr that begin with `build: ` are its progress.
 *
 * @throws {CommandError} If it fails or is interrupted. Whatever it started has ended by then.
 */
export async function runBuild(command: readonly string[], { what, env, log, signal }: BuildOptions): Promise<void> {
  if (signal?.aborted) throw interruptedBuild(what, signal);
  const tail: string[] = [];
  const result = await new Promise<{ readonly code: number | null; readonly endedBy: string | null }>(
    (resolve, reject) => {
      // In a process group of its own, so that apt and the compiler end with the script.
      const child = spawn("bash", command, { env: { ...env }, stdio: ["ignore", "ignore", "pipe"], detached: true });
      const end = (): void => endGroup(child, "SIGTERM");
      signal?.addEventListener("abort", end, { once: true });
      // A program that bash was just starting can lose the signal: bash's handler takes it, and then the program begins.
      child.on("exit", () => {
        if (signal?.aborted) endGroup(child, "SIGKILL");
      });
      createInterface({ input: child.stderr }).on("line", (line) => {
        if (line.startsWith(progressMark)) return log(line.slice(progressMark.length));
        tail.push(line);
        if (tail.length > shownLines) tail.shift();
      });
      child.on("error", (cause) => {
        const message = `Cannot build ${what}: ${cause.message}`;
        reject(new CommandError(message, { cause, hint: "install bash, which runs the build" }));
      });
      child.on("close", (code, endedBy) => {
        signal?.removeEventListener("abort", end);
        resolve({ code, endedBy });
      });
    },
  );
  if (result.code === 0) return;
  if (signal?.aborted) throw interruptedBuild(what, signal);
  for (const line of tail) log(line);
  const last = tail.findLast((line) => line.trim() !== "");
  throw new CommandError(
    `Cannot build ${what}: ${result.endedBy ?? `exit code ${result.code}`}${last === undefined ? "" : `: ${last}`}`,
    { hint: "set KUBEBUILDER_ASSETS to a folder with etcd and kube-apiserver" },
  );
}

function interruptedBuild(what: string, { reason }: AbortSignal): CommandError {
  const { exitCode } = reason instanceof CommandError ? reason : {};
  return new CommandError(`Cannot build ${what}: interrupted`, { exitCode });
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return; // never began
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has ended.
  }
}
