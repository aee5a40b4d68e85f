import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, posix } from "node:path";
import process from "node:process";
import { longName, type Program } from "@kubeschema/command-kit";
import { explainedRules } from "@kubeschema/ingress-diff";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ingressDiffRules } from "../ingress-diff/ingress-diff-rules.ts";
import { type GuideFile, guideFiles } from "./guide-files.ts";
import { loadProgram } from "./load-program.ts";
import { guidePackages } from "./package-folder.ts";

let folder: string;
let files: readonly GuideFile[];
let site: ReadonlyMap<string, string>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "guide-"));
  files = await guideFiles();
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, "pages", path)), { recursive: true });
    writeFileSync(join(folder, "pages", path), text);
  }
  writeFileSync(join(folder, "rules.json"), JSON.stringify(await ingressDiffRules()));
  const generator = dirname(createRequire(import.meta.url).resolve("@kubeschema/docs-generator/package.json"));
  const { status, stderr } = spawnSync(process.execPath, [
    "--conditions=@kubeschema/source",
    join(generator, "src/bin.ts"),
    ...["build", "--kinds", "ingress", "--kubernetes-version", "v1.36"],
    ...["--pages", join(folder, "pages"), "--rules", join(folder, "rules.json"), "--out", join(folder, "site")],
  ], { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  const paths = readdirSync(join(folder, "site"), { recursive: true, encoding: "utf8" });
  site = new Map(
    paths.map((path) => path.replaceAll("\\", "/")).filter((path) => path.endsWith(".html")).map((path) => [
      path,
      readFileSync(join(folder, "site", path), "utf8"),
    ]),
  );
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function pathOf(file: string): string {
  return `guide/${file.replace(/README\.md$/, "index.html").replace(/\.md$/, ".html")}`;
}

function mainOf(path: string): string {
  return /<div class="guide">([\s\S]*)<\/div><\/main>/.exec(site.get(path) ?? "")?.[1] ?? "";
}

/** The words that a reader of a text sees, in order. */
function words(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function wordsOfHtml(html: string): readonly string[] {
  const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };
  return words(
    html.replace(/<[a-z/][^>]*>/g, " ").replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? ""),
  );
}

function wordsOfMarkdown(markdown: string): readonly string[] {
  return words(
    markdown.replace(/<!--[\s\S]*?-->/g, "").replace(/^```\w+$/gm, "```").replace(/\]\([^)]*\)/g, "]")
      .replace(/^(\s*)\d+\. /gm, "$1"),
  );
}

describe("the guide on the site", () => {
  test("has every word of the READMEs, the long texts and the tables of flags", () => {
    expect(files.filter(({ path }) => path.includes("/docs/")).length).toBeGreaterThan(10);
    for (const { path, text } of files) {
      const shown = wordsOfHtml(mainOf(pathOf(path)));
      expect({ path, shown: shown.join(" ") }).toEqual({ path, shown: wordsOfMarkdown(text).join(" ") });
    }
  });

  test.each(guidePackages.slice(0, 4))("has every command and flag of %s", async (name) => {
    const program = await loadProgram(name);
    expect(program).toBeDefined();
    const page = mainOf(`guide/${name}/commands.html`);
    for (const [command, { flags }] of Object.entries((program as Program).commands)) {
      const section = new RegExp(`<h2><a id="${command}"[\\s\\S]*?(?=<h2>)`).exec(page)?.[0] ?? "";
      for (const [option, { isHidden, isOn, value }] of Object.entries(flags)) {
        const flag = `--${isOn === true ? "no-" : ""}${longName(option)}${value === undefined ? "" : ` ${value}`}`;
        expect({ command, flag, isThere: section.includes(`${flag}</code>`) }).toEqual({
          command,
          flag,
          isThere: isHidden !== true,
        });
      }
    }
  });

  test("has every rule of ingress-diff next to it", () => {
    const page = site.get("rules/rules-of-ingress-diff.html") ?? "";
    expect(explainedRules.filter(({ id }) => !page.includes(`id="rule-${id.replace("/", "_2f_")}"`))).toEqual([]);
  });

  test("is linked: every page from the index, and no link leads nowhere", () => {
    const index = site.get("guide/index.html") ?? "";
    expect(files.filter(({ path }) => !index.includes(`href="${pathOf(path).slice("guide/".length)}"`))).toEqual([]);
    for (const [path, html] of site) {
      if (!path.startsWith("guide/")) continue;
      for (const [, link = ""] of html.matchAll(/<a[^>]* href="([^"]*)"/g)) {
        if (/^https?:/.test(link)) continue;
        const [file = "", fragment] = link.split("#", 2);
        const target = site.get(file === "" ? path : posix.join(posix.dirname(path), file));
        expect({ path, link, isThere: target !== undefined }).toEqual({ path, link, isThere: true });
        if (fragment) {
          expect({ path, link, has: target?.includes(` id="${fragment}"`) }).toEqual({ path, link, has: true });
        }
      }
    }
  });

  test("links from each README to its long texts", () => {
    for (const { path } of files.filter((file) => file.path.includes("/docs/"))) {
      const [name = "", ...rest] = path.split("/");
      const href = `href="${rest.join("/").replace(/\.md$/, ".html")}`;
      expect({ path, isLinked: mainOf(`guide/${name}/index.html`).includes(href) }).toEqual({ path, isLinked: true });
    }
  });
});
