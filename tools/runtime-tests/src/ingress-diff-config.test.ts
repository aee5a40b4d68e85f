import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runBuilt } from "./run-command.ts";

const demo = fileURLToPath(new URL("../../../packages/ingress-diff/demo/shop.yaml", import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "ingress-diff-config-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test("ingress-diff runs a TypeScript configuration in the working folder", async () => {
  const file = join(folder, "ingress-diff.config.ts");
  await writeFile(
    file,
    'type Level = "never";\nconst failOn: Level = "never";\nexport default { failOn, output: "wide" };\n',
  );
  const { code, stdout, stderr } = await runBuilt("ingress-diff", ["--snapshot", demo], { cwd: folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^STATE /);
  await writeFile(file, "export default { failon: 1 };\n");
  expect(await runBuilt("ingress-diff", ["--snapshot", demo], { cwd: folder })).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/^ingress-diff: [^\n]*there is no "failon" \(did you mean "failOn"\?\)[^\n]*\n$/),
  });
  await rm(file);
});

test("ingress-diff accepts its own JSON report as a baseline", async () => {
  const before = await runBuilt("ingress-diff", ["--snapshot", demo, "-o", "json"], { cwd: folder });
  expect(before.code).toBe(1);
  await writeFile(join(folder, "accepted.json"), before.stdout);
  const args = ["--snapshot", demo, "--baseline", "accepted.json", "--new-only", "-o", "ndjson"];
  const after = await runBuilt("ingress-diff", args, { cwd: folder });
  expect(after.code).toBe(0);
  expect(after.stdout.trimEnd().split("\n")).toHaveLength(1);
});
