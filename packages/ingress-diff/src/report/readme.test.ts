import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { allRules } from "../rules/all-rules.ts";
import { evaluate } from "../rules/evaluate.ts";
import { formatTextReport } from "./text-report.ts";

let readme: string;

function read(path: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
}

beforeAll(async () => {
  readme = await read("README.md");
});

describe("README.md", () => {
  test("shows what the command really prints", async () => {
    const [, args = "", shown] = /\$ ingress-diff --snapshot demo\/shop\.yaml ([^\n]*)\n([^`]*)```/.exec(readme) ?? [];
    const texts = [{ name: "shop.yaml", text: await read("demo/shop.yaml") }];
    const view = await observeSnapshot(texts, { source: "snapshot demo/shop.yaml", at: "1970-01-01" });
    const names = args.split(" ");
    const select = (ref: { readonly namespace: string; readonly name: string }): boolean =>
      names.includes(`${ref.namespace}/${ref.name}`);
    const evaluation = evaluate(view, { at: view.at, select });
    expect(shown).toBe(formatTextReport(evaluation, { width: 80, hasColor: false, isVerbose: false }));
  });

  test("has every rule in its table, in order", () => {
    const rows = [...readme.matchAll(/^\| `([a-z]+\/[a-z-]+)`/gm)].map(([, id]) => id);
    expect(rows).toEqual(allRules.map(({ id }) => id));
  });
});
