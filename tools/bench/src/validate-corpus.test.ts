import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validate } from "@kubeschema/validators";
import { loadAll } from "js-yaml";
import { expect, test } from "vitest";
import { writeCorpus } from "./validate-corpus.ts";

test("writeCorpus() writes valid manifests of about 60 lines, the same each time", async () => {
  const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), "kubeschema-corpus-")));
  try {
    const [first, second] = folders.map((folder) => {
      const corpus = writeCorpus(folder, 40);
      expect(corpus.lineCount / corpus.fileCount).toBeGreaterThan(50);
      expect(corpus.lineCount / corpus.fileCount).toBeLessThan(70);
      return readdirSync(join(folder, "team-0")).sort().map((name) =>
        readFileSync(join(folder, "team-0", name), "utf8")
      );
    });
    expect(first).toEqual(second);
    expect(first).toHaveLength(40);
    for (const object of (first ?? []).flatMap((text) => loadAll(text))) {
      expect((await validate(object)).issues).toEqual([]);
    }
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
});
