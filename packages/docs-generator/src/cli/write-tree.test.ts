import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TreeFile, writeTree } from "./write-tree.ts";

describe("writeTree()", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tree-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("writes files, and takes the place of what it wrote before", async () => {
    const out = join(folder, "new", "site");
    expect(await writeTree(out, [{ path: "a/b.txt", text: "é" }, { path: "c.txt", text: "" }])).toEqual({
      fileCount: 2,
      sizeBytes: 2,
    });
    await writeTree(out, [{ path: "d.txt", text: "d" }]);
    expect((await readdir(out)).sort()).toEqual([".kubeschema-docs", "d.txt"]);
    expect(await readdir(join(folder, "new"))).toEqual(["site"]);
  });

  test.each([
    {
      name: "a failure",
      files: function* (): Iterable<TreeFile> {
        yield { path: "new.txt", text: "" };
        throw new Error("no more");
      },
      want: "no more",
    },
    {
      name: "a path that leaves the folder",
      files: function* (): Iterable<TreeFile> {
        yield { path: "../../x.txt", text: "" };
      },
      want: "it leaves the folder",
    },
  ])("leaves the old tree after $name", async ({ files, want }) => {
    const out = join(folder, "site");
    await writeTree(out, [{ path: "old.txt", text: "old" }]);
    await expect(writeTree(out, files())).rejects.toThrow(want);
    expect(await readFile(join(out, "old.txt"), "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["site"]);
  });

  test("leaves the old tree when it is interrupted", async () => {
    const out = join(folder, "site");
    await writeTree(out, [{ path: "old.txt", text: "old" }]);
    const interrupt = new AbortController();
    const files = [{ path: "1.txt", text: "" }, { path: "2.txt", text: "" }];
    const writing = writeTree(out, files, {
      signal: interrupt.signal,
      onFile: () => interrupt.abort(new Error("interrupted")),
    });
    await expect(writing).rejects.toThrow("interrupted");
    expect((await readdir(out)).sort()).toEqual([".kubeschema-docs", "old.txt"]);
    expect(await readdir(folder)).toEqual(["site"]);
  });

  test("refuses a folder that holds anything else", async () => {
    await mkdir(join(folder, "home"));
    await writeFile(join(folder, "home", "letter.txt"), "dear");
    await expect(writeTree(join(folder, "home"), [])).rejects.toThrow(
      "it holds files that kubeschema-docs did not write",
    );
    await expect(writeTree(join(folder, "home", "letter.txt"), [])).rejects.toThrow("it is not a folder");
    await expect(writeTree(join(folder, "home", "letter.txt", "a", "site"), [])).rejects.toThrow(
      /^Cannot write to ".*site": a part of its path is not a folder$/,
    );
    expect(await readFile(join(folder, "home", "letter.txt"), "utf8")).toBe("dear");
  });
});
