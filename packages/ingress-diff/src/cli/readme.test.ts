import { readFile } from "node:fs/promises";
import { type AnyFlagTable, formatFlagTable } from "@kubeschema/command-kit";
import { createTestWorld, programFaults } from "@kubeschema/command-kit/testing";
import { describe, expect, test } from "vitest";
import { main } from "./main.ts";
import { program } from "./program.ts";

const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");

/** The flags of all commands under each heading; where two commands have one of the same name, the first one's. */
function flagsByGroup(): ReadonlyMap<string, AnyFlagTable> {
  const all = Object.values(program.commands).toReversed().map(({ flags }) => flags);
  const entries = Object.entries<AnyFlagTable[string]>(Object.assign({}, ...all));
  const order = Object.values(program.commands).flatMap(({ flags }) => Object.keys(flags));
  const sorted = entries.toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const groups = Map.groupBy(sorted, ([, { group = "" }]) => group);
  return new Map([...groups].map(([group, flags]) => [group, Object.fromEntries(flags)]));
}

describe("README.md", () => {
  test("has the flags of all commands in its tables", () => {
    const tables = [...flagsByGroup()].map(([group, flags]) => `### ${group}\n\n${formatFlagTable(flags)}`);
    expect(readme).toContain(`${tables.join("\n")}\n`);
  });

  test("calls the command as it can be called", () => {
    const blocks = [...readme.matchAll(/```(?:sh|console)\n([\s\S]*?)```/g)].map(([, block]) => block ?? "");
    const examples = blocks.join("\n").split("\n")
      .map((line) => line.replace(/^\$ |^npx |\s+#.*$|\s+>.*$|^source <\(|\)$/g, ""))
      .filter((line) => /(?:^|\| )ingress-diff /.test(line));
    expect(examples.length).toBeGreaterThan(15);
    expect(programFaults({ ...program, examples })).toEqual([]);
  });

  test("calls it so in its text, too", async () => {
    const calls = [...readme.matchAll(/`(?:kubectl )?ingress-diff ([^`]+)`/g)].map(([, args = ""]) =>
      args.split(/\s+/)
    );
    expect(calls.length).toBeGreaterThan(5);
    for (const args of calls) {
      const world = createTestWorld([...args, "--help"]);
      await main({ ...world, importModule: async () => ({}), demoPath: "" });
      expect({ args, stderr: world.written.stderr }).toEqual({ args, stderr: "" });
    }
  });
});
