import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const README = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const COMMAND = `"${process.execPath}" --conditions=@kubeschema/source "${
  fileURLToPath(new URL("./bin.ts", import.meta.url))
}"`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readme-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function shell(command: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(command.replace(/^(?:npx )?kubeschema-docs/, COMMAND), {
    shell: true,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    cwd: folder,
    env: { PATH: process.env.PATH },
  });
}

describe("README.md", () => {
  const commands = README.match(/^npx kubeschema-docs .*$/gm) ?? [];
  test.each(commands)("names a command that works: %s", (command) => {
    const { status, stderr } = shell(command);
    expect(status, stderr).toBe(command.includes(" compare ") ? 1 : 0);
  });

  test("names some commands", () => {
    expect(commands.length).toBeGreaterThan(3);
  });

  const sessions = [...README.matchAll(/^\$ (kubeschema-docs .*)\n((?:(?!\$ |```).*\n)*)/gm)];
  test.each(sessions.map(([, command = "", output = ""]) => ({ command, output })))(
    "shows what $command prints",
    ({ command, output }) => {
      const { stdout, stderr } = shell(command);
      expect(stdout + stderr).toBe(output);
    },
  );
});
