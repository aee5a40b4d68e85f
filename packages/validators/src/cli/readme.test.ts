import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "./main.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const [, manifest = "", output = ""] =
  /```yaml\n(.*?)```\n\n```text\n\$ kubeschema-validate web\.yaml --summary\n(.*?)```/s
    .exec(readme) ?? [];

test("README.md shows what kubeschema-validate prints", async () => {
  expect(manifest).toContain("kind: Ingress");
  const folder = mkdtempSync(join(tmpdir(), "kubeschema-readme-"));
  const printed: string[] = [];
  try {
    writeFileSync(join(folder, "web.yaml"), manifest);
    const stream = { write: (text: string) => printed.push(text) > 0 };
    await main({
      args: [join(folder, "web.yaml"), "--summary"],
      env: {},
      stdin: (async function* () {})(),
      stdout: stream,
      stderr: stream,
      drained: () => Promise.resolve(),
      now: () => 0,
      version: () => "0.0.0",
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  expect(printed.join("").replaceAll(`${folder}/`, "")).toBe(output);
});
