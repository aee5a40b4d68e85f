import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { decodeSnapshot } from "../cli/decode-snapshot.ts";
import { readConfig } from "../cli/read-config.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { parseYaml } from "../observe/parse-yaml.ts";
import { explainedRules } from "../rules/all-rules.ts";
import { runMain } from "../testing/run-main.ts";
import { reportFormats } from "./report-formats.ts";
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
    const sources = [decodeSnapshot({ name: "shop.yaml", text: await read("demo/shop.yaml") })];
    const view = observeSnapshot(sources, { source: "snapshot demo/shop.yaml", at: "1970-01-01" });
    const names = args.split(" ");
    const select = (ref: { readonly namespace: string; readonly name: string }): boolean =>
      names.includes(`${ref.namespace}/${ref.name}`);
    const evaluation = evaluate(view, { at: view.at, select });
    expect(shown).toBe(formatTextReport(evaluation, { width: 80, hasColor: false, isVerbose: false }));
  });

  test("has what every rule says of itself in its table, in order", () => {
    const rows = [...readme.matchAll(/^\| `([a-z]+\/[a-z-]+)` +\| (\w+) +\| ([^|]*[^| ]) +\|$/gm)];
    expect(rows.map(([, ...cells]) => cells)).toEqual(
      explainedRules.map(({ id, severity, summary }) => [id, severity, summary]),
    );
  });

  test("has every format in its table, in order", () => {
    const rows = [...readme.matchAll(/^\| `([a-z]+)` +\| ([^|]*[^| ]) +\|$/gm)].map(([, name, summary]) => ({
      name,
      summary,
    }));
    expect(rows).toEqual(reportFormats.map(({ name, summary }) => ({ name, summary })));
  });

  test("shows what explain really prints", async () => {
    const [, rule = "", shown] = /\$ ingress-diff explain (\S+)\n([^`]*)```/.exec(readme) ?? [];
    expect((await runMain(["explain", rule], {}, { env: { COLUMNS: "80" } })).stdout).toBe(shown);
  });

  test("shows a configuration that can be read", () => {
    const [, text = ""] = /```yaml\n(severities:[\s\S]*?)```/.exec(readme) ?? [];
    const parsed = parseYaml(text);
    if ("problem" in parsed) throw new SyntaxError(parsed.problem);
    expect(Object.keys(readConfig(parsed.documents[0]))).toEqual([
      "severities",
      "ignore",
      "expiringWithin",
      "failOn",
      "output",
    ]);
  });
});
