import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseFlags } from "@kubeschema/command-kit";
import { expect, test } from "vitest";
import { checkBatch } from "../check-batch.ts";
import { validateFlags } from "../validate-command.ts";
import { startHelperThread } from "./helper-thread.ts";

test("startHelperThread() answers as this thread does, batch by batch", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kubeschema-thread-"));
  const { options: flags } = parseFlags(validateFlags, ["--kubernetes-version", "1.33", "--skip", "Secret"]);
  const options = { ...flags, crdDefinitions: [] };
  const helper = startHelperThread(new URL("../../bin.ts", import.meta.url), options);
  try {
    const texts = [
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata: {a: 1, __proto__: {b: 2}}\n",
      "apiVersion: v1\nkind: Secret\n---\na: [\n",
    ];
    const sources = texts.map((text, index) => {
      const path = join(folder, `${index}.yaml`);
      writeFileSync(path, text);
      return { type: "file", path } as const;
    });
    const batches = [sources, sources.slice(1), [{ type: "file", path: join(folder, "nowhere") } as const]];
    const answers = await Promise.all(batches.map(helper.check));
    expect(answers).toEqual(await Promise.all(batches.map((batch) => checkBatch(batch, options))));
    expect(answers.map(({ results }) => results.map(({ status }) => status))).toEqual([
      ["invalid", "skipped", "error"],
      ["skipped", "error"],
      ["error"],
    ]);
  } finally {
    helper.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

test("startHelperThread() fails where the thread cannot start", async () => {
  const options = { ...parseFlags(validateFlags, []).options, crdDefinitions: [] };
  const helper = startHelperThread(new URL("./nowhere.js", import.meta.url), options);
  await expect(helper.check([])).rejects.toThrow(/nowhere/);
});
