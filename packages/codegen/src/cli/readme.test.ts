import { readFileSync } from "node:fs";
import { formatFlagTable } from "@kubeschema/command-kit";
import { expect, test } from "vitest";
import { typesFlags } from "./commands/types-command.ts";

test("README.md has the table of flags", () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  expect(readme).toContain(formatFlagTable(typesFlags));
});
