import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatFlagTable } from "@kubeschema/command-kit";
import { runInTestWorld } from "@kubeschema/command-kit/testing";
import { expect, test } from "vitest";
import { main } from "./main.ts";
import { validateFlags } from "./validate-command.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const [, manifest = "", output = ""] =
  /```yaml\n(.*?)```\n\n```text\n\$ kubeschema-validate web\.yaml --summary\n(.*?)```/s
    .exec(readme) ?? [];

test("README.md shows what kubeschema-validate prints", async () => {
  expect(manifest).toContain("kind: Ingress");
  const folder = mkdtempSync(join(tmpdir(), "kubeschema-readme-"));
  let printed = "";
  try {
    writeFileSync(join(folder, "web.yaml"), manifest);
    const { stdout, stderr } = await runInTestWorld(main, [join(folder, "web.yaml"), "--summary"]);
    printed = stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  expect(printed.replaceAll(`${folder}/`, "")).toBe(output);
});

test("README.md has the table of flags", () => {
  expect(readme).toContain(formatFlagTable(validateFlags));
});
