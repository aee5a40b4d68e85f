import { readdir, readFile } from "node:fs/promises";
import { type AnyFlagTable, formatFlagTable } from "@kubeschema/command-kit";
import { createTestWorld, programFaults } from "@kubeschema/command-kit/testing";
import { describe, expect, test } from "vitest";
import { main } from "./main.ts";
import { program } from "./program.ts";

const folder = new URL("../../", import.meta.url);
const readme = await readFile(new URL("README.md", folder), "utf8");
const longTexts = (await readdir(new URL("docs/", folder))).map((name) =>
  readFile(new URL(`docs/${name}`, folder), "utf8")
);
/** The README and the long texts of the site. */
const texts = [readme, ...await Promise.all(longTexts)].join("\n");

/** The flags of all commands under each heading; where two commands have one of the same name, the first one's. */
function flagsByGroup(): ReadonlyMap<string, AnyFlagTable> {
  const all = Object.values(program.commands).toReversed().map(({ flags }) => flags);
  const entries = Object.entries<AnyFlagTable[string]>(Object.assign({}, ...all));
  const order = Object.values(program.commands).flatMap(({ flags }) => Object.keys(flags));
  const sorted = entries.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const groups = Map.groupBy(sorted, ([, { group = "" }]) => group);
  return new Map([...groups].map(([group, flags]) => [group, Object.fromEntries(flags)]));
}

describe("README.md and docs", () => {
  test("have the flags of all commands in its tables", () => {
    const tables = [...flagsByGroup()].map(([group, flags]) => `### ${group}\n\n${formatFlagTable(flags)}`);
    expect(readme).toContain(`${tables.join("\n")}\n`);
  });

  test("call the command as it can be called", () => {
    const blocks = [...texts.matchAll(/```(?:sh|console)\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
    const examples = blocks.join("\n").split("\n")
      .map((line) => line.replace(/^\$ |^npx @kubeschema\/(?=ingress-diff)|\s+#.*$|\s+>.*$|^source <\(|\)$/g, ""))
      .filter((line) => /(?:^|\| )ingress-diff /.test(line));
    expect(examples.length).toBeGreaterThan(15);
    expect(programFaults({ ...program, examples })).toEqual([]);
  });

  test("call it so in their text, too", async () => {
    const calls = [...texts.matchAll(/`(?:kubectl )?ingress-diff ([^`]+)`/g)].map(([, args = ""]) => args.split(/\s+/));
    expect(calls.length).toBeGreaterThan(5);
    for (const args of calls) {
      const world = createTestWorld([...args, "--help"]);
      await main({ ...world, importModule: async () => ({}), demoPath: "" });
      expect({ args, stderr: world.written.stderr }).toEqual({ args, stderr: "" });
    }
  });
});
