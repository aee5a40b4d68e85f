import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const repositoryRoot = fileURLToPath(new URL("../../../", import.meta.url));
const readme = readFileSync(`${repositoryRoot}README.md`, "utf8");

/** The first fenced block of a language. */
function block(language: string): string {
  const text = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\n\`\`\``).exec(readme)?.[1];
  if (text === undefined) throw new RangeError(`README.md has no ${language} block`);
  return text;
}

describe("README.md", () => {
  test("shows what the demo prints, shortened only where it says so", () => {
    const output = execFileSync(process.execPath, ["packages/ingress-diff/dist/bin.js", "demo", "--exit-zero"], {
      cwd: repositoryRoot,
      encoding: "utf8",
      env: { ...process.env, COLUMNS: "100", NO_COLOR: "1" },
    });
    const parts = block("text").split("\n…\n");
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.filter((part) => !output.includes(part))).toEqual([]);
  });

  test("names only commands that exist", () => {
    const { scripts } = JSON.parse(readFileSync(`${repositoryRoot}package.json`, "utf8"));
    const named = [...readme.matchAll(/npm (?:run )?(?!ci\b|install\b|registry\b)([a-z:]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !Object.hasOwn(scripts, name ?? ""))).toEqual([]);
    expect(named.length).toBeGreaterThan(3);
  });

  test("links only to files that exist", () => {
    const links = [...readme.matchAll(/\]\((?!http)([^)#]+)/g)].map(([, path]) => path ?? "");
    const tracked = execFileSync("git", ["ls-files"], { cwd: repositoryRoot, encoding: "utf8" }).split("\n");
    expect(links.filter((path) => !tracked.some((file) => file === path || file.startsWith(`${path}/`)))).toEqual([]);
  });
});
