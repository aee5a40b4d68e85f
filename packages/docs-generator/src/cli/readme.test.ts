import { readFileSync } from "node:fs";
import { formatFlagTable } from "@kubeschema/command-kit";
import { programFaults } from "@kubeschema/command-kit/testing";
import { expect, test } from "vitest";
import { buildFlags } from "./commands/build-command.ts";
import { pageCommandFlags } from "./commands/page-command.ts";
import { program } from "./program.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

test("README.md has the tables of flags", () => {
  for (const flags of [buildFlags, pageCommandFlags]) expect(readme).toContain(formatFlagTable(flags));
});

test("README.md calls the command as it can be called", () => {
  const calls = readme.matchAll(/^(?:npx @kubeschema\/docs-generator|(?:\$ )?kubeschema-docs) (.*?)(?: +#.*)?$/gm);
  const examples = [...calls].map(([, call = ""]) => `kubeschema-docs ${call}`);
  expect(examples.length).toBeGreaterThan(8);
  expect(programFaults({ ...program, examples })).toEqual([]);
});
