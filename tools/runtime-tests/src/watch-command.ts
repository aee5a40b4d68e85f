import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { expect, vi } from "vitest";

/** A `watch` of the built command. */
export interface WatchCommand {
  readonly child: ChildProcess;
  /** Its output so far. */
  readonly written: Written;
  /** Its exit code. */
  readonly ended: Promise<number | null>;
}

/** The output of a command. */
export interface Written {
  readonly stdout: string;
  readonly stderr: string;
}

const bin = fileURLToPath(new URL("../../../packages/ingress-diff/dist/bin.js", import.meta.url));

/** Starts `ingress-diff watch -A` and waits until it has printed its first report. */
export async function startWatch(kubeconfig: string, ...args: readonly string[]): Promise<WatchCommand> {
  const child = spawn(process.execPath, [bin, "watch", "-A", "--kubeconfig", kubeconfig, ...args], {
    env: { PATH: process.env.PATH },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8");
    child[name].on("data", (chunk: string) => {
      written[name] += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const failed = ended.then((code) => {
    throw new Error(`Cannot watch: it ended with code ${code} before its first report: ${written.stderr}`);
  });
  failed.catch(() => {}); // After the report, the test handles the end of the command.
  await Promise.race([says(written, "stdout", /Ingresses|"summary"/), failed]);
  return { child, written, ended };
}

/** Waits until something has been printed. */
export async function says(written: Written, name: keyof Written, pattern: RegExp): Promise<void> {
  await vi.waitFor(() => expect(written[name]).toMatch(pattern), { timeout: 90_000, interval: 50 });
}
