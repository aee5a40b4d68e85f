import { type ChildProcess, spawn } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

/** A process that a test may kill. */
export type ProcessName = "etcd" | "kube-apiserver";

/** Kills processes and starts them again. */
export interface Restarter {
  /** Kills a process with SIGKILL, and returns what starts it again with the same command line. */
  readonly kill: (name: ProcessName) => Promise<() => void>;
  /** Ends what was started here, which is unknown to whoever started the first processes. */
  readonly stop: () => Promise<void>;
}

/**
 * Makes a restarter for the processes with a text in their command line, such as the port that they serve on. It reads
 * /proc, which only Linux has.
 */
export function createRestarter(markers: Readonly<Record<ProcessName, string>>): Restarter {
  const started = new Set<ChildProcess>();
  let isStopped = false;
  const killAll = (): void => {
    isStopped = true;
    for (const child of started) child.kill("SIGKILL");
  };
  /** Starts it again if it ends by itself: while it was down, another program may have used its port for a moment. */
  const keepRunning = (program: string, args: readonly string[], folder: string): void => {
    const child = spawn(program, args, { cwd: folder, stdio: "ignore" });
    started.add(child);
    child.once("close", (_code, endedBy) => {
      started.delete(child);
      if (!isStopped && endedBy === null) setTimeout(() => isStopped || keepRunning(program, args, folder), 200);
    });
  };
  return {
    kill: async (name) => {
      const { pid, args, folder } = await findProcess(name, markers[name]);
      process.kill(pid, "SIGKILL");
      while (await isRunning(pid)) await sleep(20);
      const [program = name, ...rest] = args;
      return () => {
        if (started.size === 0) process.once("exit", killAll);
        keepRunning(program, rest, folder);
      };
    },
    stop: async () => {
      const closed = [...started].map((child) => new Promise((resolve) => child.once("close", resolve)));
      killAll();
      await Promise.all(closed);
      process.removeListener("exit", killAll);
    },
  };
}

interface FoundProcess {
  readonly pid: number;
  readonly args: readonly string[];
  readonly folder: string;
}

async function findProcess(name: ProcessName, marker: string): Promise<FoundProcess> {
  for (const entry of await readdir("/proc")) {
    if (!/^\d+$/.test(entry)) continue;
    const args = await argumentsOf(entry);
    if (!args[0]?.endsWith(`/${name}`) || !args.some((argument) => argument.includes(marker))) continue;
    return { pid: Number(entry), args, folder: await readlink(`/proc/${entry}/cwd`) };
  }
  throw new Error(`Cannot restart ${name}: no process of that name has "${marker}" in its command line`);
}

/** Empty if the process has ended meanwhile; a zombie has none either. */
async function argumentsOf(pid: string): Promise<readonly string[]> {
  const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return text.split("\0").slice(0, -1);
}

async function isRunning(pid: number): Promise<boolean> {
  return (await argumentsOf(String(pid))).length > 0;
}
