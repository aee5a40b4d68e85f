import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const commandLine = `"${process.execPath}" --conditions=@kubeschema/source "${
  fileURLToPath(new URL("./bin.ts", import.meta.url))
}"`;

const schemas = new URL("./gen/schemas/", import.meta.url);
const shipped: { readonly default: string; readonly versions: readonly string[] } = JSON.parse(
  readFileSync(new URL("index.json", schemas), "utf8"),
);
const newest: { readonly source: { readonly name: string } } = JSON.parse(
  gunzipSync(readFileSync(new URL(`${shipped.default}.json.gz`, schemas))).toString(),
);
/** A machine that has only npm builds the newest version from the client's typings, which lack some facts. */
const isOfficial = !newest.source.name.includes("typings");

function isShipped(command: string): boolean {
  return (command.match(/\bv1\.\d+\b/g) ?? []).every((version) => shipped.versions.includes(version));
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "readme-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function shell(command: string): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(command.replace(/^(?:npx @kubeschema\/docs-generator|kubeschema-docs)/, commandLine), {
    shell: true,
    encoding: "utf8",
    maxBuffer: 1 << 26,
    cwd: folder,
    env: { PATH: process.env.PATH },
  });
}

describe("README.md", () => {
  const commands = readme.match(/^npx @kubeschema\/docs-generator .*$/gm) ?? [];
  test.for(commands)("names a command that works: %s", (command, { skip }) => {
    if (!isShipped(command)) skip("a version that it names is not on this machine");
    const { status, stderr } = shell(command);
    expect(status, stderr).toBe(command.includes(" compare ") ? 1 : 0);
  });

  test("shows rules that the site takes, and names the versions that it takes by itself", () => {
    const [, rules = ""] = /```json\n(\{[\s\S]*?\n\})\n```/.exec(readme) ?? [];
    writeFileSync(join(folder, "rules.json"), rules);
    const { status, stderr } = shell("kubeschema-docs build --kinds ingress --rules rules.json --out ruled");
    expect(status, stderr).toBe(0);
    const page = readFileSync(join(folder, "ruled/rules/shop-rules.html"), "utf8");
    for (const text of ["shop/<wbr>open", "A closed one", "validateOpen", "open: false", "error: open"]) {
      expect(page).toContain(text);
    }
    const [, list = ""] = /to the first gap of more than one release:\s(v[^.]*\.\d+[^"]*?)\. "/.exec(readme) ?? [];
    const named = list.match(/v1\.\d+/g) ?? [];
    expect(named.length).toBeGreaterThan(3);
    if (named.every((version) => shipped.versions.includes(version))) {
      expect(stderr).toContain(` of ${named[0]} with the history since ${named.at(-1)}\n`);
    }
  });

  test("names some commands", () => {
    expect(commands.length).toBeGreaterThan(3);
  });

  const sessions = [...readme.matchAll(/^\$ (kubeschema-docs .*)\n((?:(?!\$ |```).*\n)*)/gm)];
  test.for(sessions.map(([, command = "", output = ""]) => ({ command, output })))(
    "shows what $command prints",
    ({ command, output }, { skip }) => {
      if (!isOfficial) skip("the official document of the newest version is not on this machine");
      const { stdout, stderr } = shell(command);
      expect(stdout + stderr).toBe(output);
    },
  );
});
