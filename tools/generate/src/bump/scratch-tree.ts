import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { InputError } from "../input-error.ts";

const run = promisify(execFile);

/** A worktree of the last commit beside the repository: what is done in it lands whole, or not at all. */
export interface ScratchTree {
  readonly path: string;
  /** Runs a command in it; its output goes to stderr. */
  readonly run: (command: string) => Promise<void>;
  /** Carries every change over to the repository. */
  readonly land: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

/**
 * Makes a scratch tree.
 *
 * @throws {InputError} If the repository has changes that are not committed.
 */
export async function createScratchTree(root: string, env: NodeJS.ProcessEnv): Promise<ScratchTree> {
  const git = async (cwd: string, ...args: string[]): Promise<string> =>
    (await run("git", args, { cwd, env, maxBuffer: 1 << 28 })).stdout;
  const dirty = await git(root, "status", "--porcelain");
  if (dirty !== "") {
    throw new InputError(`Cannot bump with changes that are not committed:\n${dirty.trimEnd()}\nTry: git commit them`);
  }
  const folder = mkdtempSync(join(tmpdir(), "kubeschema-bump-"));
  const path = join(folder, "tree");
  await git(root, "worktree", "add", "--detach", path, "HEAD");
  return {
    path,
    run: (command) => runShell(command, path, env),
    land: async () => {
      await git(path, "add", "--all");
      const changed = (await git(path, "diff", "--cached", "--name-only")).trim().split("\n");
      const patch = join(folder, "bump.patch");
      await git(path, "diff", "--cached", "--binary", `--output=${patch}`);
      // Applies all of it or nothing.
      await git(root, "apply", "--whitespace=nowarn", patch);
      return changed;
    },
    remove: async () => {
      await git(root, "worktree", "remove", "--force", path).catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function runShell(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { cwd, env, shell: true, stdio: ["ignore", 2, 2] });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else {
        reject(
          new InputError(`"${command}" failed in the scratch tree (exit code ${code}): nothing has changed here`),
        );
      }
    });
  });
}
