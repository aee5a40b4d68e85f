import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { guideFiles } from "./guide-files.ts";
import { guidePackages, packageFolder } from "./package-folder.ts";

const mostLines = 250;

describe.each(guidePackages)("README.md of %s", (name) => {
  const readme = readFileSync(join(packageFolder(name), "README.md"), "utf8");

  test("is short: what is long goes into docs, and so on the site", () => {
    expect(readme.split("\n").length - 1).toBeLessThanOrEqual(mostLines);
  });

  test("says how to install it with npm and in Deno, by the name that is ours", () => {
    expect(readme).toMatch(new RegExp(`npm install (?:--[a-z-]+ )?@kubeschema/${name}\\b`));
    expect(readme).toContain(`deno add jsr:@kubeschema/${name}`);
    const runs = [...readme.matchAll(/\bnpx (?:-y |--yes )?([^\s`]+)/g)].map(([, what]) => what);
    expect(runs.filter((what) => !what?.startsWith("@kubeschema/"))).toEqual([]);
  });
});

test("links in the READMEs and the long texts lead to files that exist", async () => {
  const links = (await guideFiles()).filter(({ path }) => !path.endsWith("/commands.md")).flatMap(({ path, text }) => {
    const [name, ...rest] = path.split("/");
    const found = guidePackages.find((each) => each === name);
    const folder = found === undefined ? "" : dirname(join(packageFolder(found), ...rest));
    return [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = ""]) => ({
      path,
      link,
      isThere: existsSync(join(folder, link)),
    }));
  });
  expect(links.length).toBeGreaterThan(15);
  expect(links.filter(({ isThere }) => !isThere)).toEqual([]);
});
