import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createScratchTree } from "./scratch-tree.ts";

describe("createScratchTree()", () => {
  let root: string;
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: root, encoding: "utf8" });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "kubeschema-test-"));
    writeFileSync(join(root, "a.txt"), "before\n");
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=test", "-c", "user.email=test@example.invalid", "commit", "-q", "-m", "first");
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test("lands changed, new and removed files, and leaves nothing behind", async () => {
    const scratch = await createScratchTree(root, process.env, AbortSignal.any([]));
    await scratch.run("echo after > a.txt && printf '\\000' > b.bin");
    expect(readFileSync(join(root, "a.txt"), "utf8")).toBe("before\n");
    expect(await scratch.land()).toEqual(["a.txt", "b.bin"]);
    await scratch.remove();
    expect(readFileSync(join(root, "a.txt"), "utf8")).toBe("after\n");
    expect(readFileSync(join(root, "b.bin"))).toEqual(Buffer.of(0));
    expect(git("worktree", "list").trim().split("\n")).toHaveLength(1);
  });

  test("changes nothing if a command fails", async () => {
    const scratch = await createScratchTree(root, process.env, AbortSignal.any([]));
    const failing = scratch.run("echo after > a.txt; exit 3");
    await expect(failing).rejects.toThrow("failed in the scratch tree (exit code 3): nothing has changed here");
    await scratch.remove();
    expect(git("status", "--porcelain")).toBe("");
    expect(readdirSync(root).sort()).toEqual([".git", "a.txt"]);
  });

  test("ends the running command when it is interrupted, runs and lands nothing more, and leaves nothing behind", async () => {
    const interrupt = new AbortController();
    const scratch = await createScratchTree(root, process.env, interrupt.signal);
    const running = scratch.run("echo after > a.txt; touch begun; sleep 600; touch done");
    await expect.poll(() => existsSync(join(scratch.path, "begun"))).toBe(true);
    interrupt.abort();
    await expect(running).rejects.toThrow("Cannot go on: interrupted; nothing has changed here");
    await expect(scratch.run("true")).rejects.toThrow("interrupted");
    await expect(scratch.land()).rejects.toThrow("interrupted");
    await scratch.remove();
    expect(existsSync(scratch.path)).toBe(false);
    expect(git("worktree", "list").trim().split("\n")).toHaveLength(1);
    expect(git("status", "--porcelain")).toBe("");
  });

  test("refuses a repository with changes, and names them", async () => {
    writeFileSync(join(root, "new.txt"), "");
    await expect(createScratchTree(root, process.env, AbortSignal.any([]))).rejects.toThrow(
      "not committed:\n?? new.txt\nTry: git commit",
    );
  });
});
