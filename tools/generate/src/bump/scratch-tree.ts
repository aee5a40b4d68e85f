import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { InputError } from "../input-error.ts";

const run = promisify(execFile);

/** A worktree of the last commit next to the repository: its changes land as a whole, or not at all. */
export interface ScratchTree {
  readonly path: string;
  /** Runs a command in it; its output goes to stderr. */
  readonly run: (command: string) => Promise<void>;
  /** Applies every change to the repository. */
  readonly land: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

/**
 * Makes a scratch tree.
 *
 * @param signal Ends the command that runs, which then fails, as does every later one.
 * @throws {InputError} If the repository has changes that are not committed.
 */
export async function createScratchTree(
  root: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<ScratchTree> {
  const git = async (cwd: string, ...args: string[]): Promise<string> =>
    (await run("git", args, { cwd, env, maxBuffer: 1 << 28 })).stdout;
  const dirty = await git(root, "status", "--porcelain");
  if (dirty !== "") {
    throw new InputError(`Cannot bump with changes that are not committed:\n${dirty.trimEnd()}\nTry: git commit them`);
  }
  const folder = mkdtempSync(join(tmpdir(), "kubeschema-bump-"));
  const path = join(folder, "tree");
  const remove = async (): Promise<void> => {
    await git(root, "worktree", "remove", "--force", path).catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
    await git(root, "worktree", "prune");
  };
  try {
    await git(root, "worktree", "add", "--detach", path, "HEAD");
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    path,
    run: (command) => runShell(command, { cwd: path, env, signal }),
    land: async () => {
      if (signal.aborted) throw new InputError(interrupted);
      await git(path, "add", "--all");
      const changed = (await git(path, "diff", "--cached", "--name-only")).trim().split("\n");
      const patch = join(folder, "bump.patch");
      await git(path, "diff", "--cached", "--binary", `--output=${patch}`);
      // Applies all of it or nothing.
      await git(root, "apply", "--whitespace=nowarn", patch);
      return changed;
    },
    remove,
  };
}

const interrupted = "Cannot go on: interrupted; nothing has changed here";

async function runShell(
  command: string,
  { cwd, env, signal }: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly signal: AbortSignal },
): Promise<void> {
  if (signal.aborted) throw new InputError(interrupted);
  await new Promise<void>((resolve, reject) => {
    // In a process group of its own, so that everything that it started ends with it.
    const child = spawn(command, { cwd, env, shell: true, stdio: ["ignore", 2, 2], detached: true });
    const end = (): void => endGroup(child, "SIGTERM");
    signal.addEventListener("abort", end, { once: true });
    child.on("error", reject);
    child.on("close", (code) => {
      signal.removeEventListener("abort", end);
      if (signal.aborted) endGroup(child, "SIGKILL");
      if (code === 0) resolve();
      else {
        const failed = `"${command}" failed in the scratch tree (exit code ${code}): nothing has changed here`;
        reject(new InputError(signal.aborted ? interrupted : failed));
      }
    });
  });
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return; // never began
  try {
    process.kill(-pid, signal);
  } catch {
    // The whole group has ended.
  }
}
