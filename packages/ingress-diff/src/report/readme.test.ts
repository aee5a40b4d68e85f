import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { decodeSnapshot } from "../cli/decode-snapshot.ts";
import { readConfig } from "../cli/read-config.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { observeSnapshot } from "../observe/observe-snapshot.ts";
import { parseYaml } from "../observe/parse-yaml.ts";
import { runMain } from "../testing/run-main.ts";
import type { JsonReport } from "./json-report.ts";
import { reportFormats } from "./report-formats.ts";
import { formatTextReport } from "./text-report.ts";

function read(path: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
}

describe("what README.md and docs show", () => {
  test.each(["README.md", "docs/output.md"])("is what the command really prints: %s", async (path) => {
    const shownPattern = /\$ ingress-diff --snapshot demo\/shop\.yaml ([^\n]*)\n([^`]*)```/;
    const [, args = "", shown] = shownPattern.exec(await read(path)) ?? [];
    const sources = [decodeSnapshot({ name: "shop.yaml", text: await read("demo/shop.yaml") })];
    const view = observeSnapshot(sources, { source: "snapshot demo/shop.yaml", at: "1970-01-01" });
    const names = args.split(" ");
    const select = (ref: { readonly namespace: string; readonly name: string }): boolean =>
      names.includes(`${ref.namespace}/${ref.name}`);
    const evaluation = evaluate(view, { at: view.at, select });
    expect(shown).toBe(formatTextReport(evaluation, { width: 80, hasColor: false, isVerbose: false }));
  });

  test("is a table of every format, in order", async () => {
    const rows = [...(await read("docs/output.md")).matchAll(/^\| `([a-z]+)` +\| ([^|]*[^| ]) +\|$/gm)].map((
      [, name, summary],
    ) => ({
      name,
      summary,
    }));
    expect(rows).toEqual(reportFormats.map(({ name, summary }) => ({ name, summary })));
  });

  test("is what explain really prints", async () => {
    const [, rule = "", shown] = /\$ ingress-diff explain (\S+)\n([^`]*)```/.exec(await read("docs/output.md")) ?? [];
    expect((await runMain(["explain", rule], {}, { env: { COLUMNS: "80" } })).stdout).toBe(shown);
  });

  test("is JSON with the fields that a report has", async () => {
    const files = { "demo/shop.yaml": await read("demo/shop.yaml") };
    const { stdout } = await runMain(["-A", "--snapshot", "demo/shop.yaml", "-o", "json"], files);
    const report = JSON.parse(stdout) as JsonReport;
    const [, block = ""] = /```jsonc\n([\s\S]*?)```/.exec(await read("docs/output.md")) ?? [];
    const shown = JSON.parse(block.replace(/\s*\/\/ [^\n]*/g, "")) as JsonReport;
    const [finding] = shown.findings;
    const [ingress] = shown.ingresses;
    const real = report.ingresses.find(({ name }) => name === ingress?.name);
    const fields = (value: object | undefined): readonly string[] => Object.keys(value ?? {}).sort();
    expect(fields(shown)).toEqual(fields(report));
    expect(fields(finding)).toEqual(fields(report.findings.find(({ id }) => id === finding?.id)));
    expect(finding).toMatchObject({ fix: expect.any(String), command: expect.any(String) });
    expect(fields(ingress)).toEqual(fields(real));
    expect(fields(ingress?.routes[0])).toEqual(fields(real?.routes.find(({ path }) => path === "/pay")));
  });

  test("is a configuration that can be read", async () => {
    const [, text = ""] = /```yaml\n(severities:[\s\S]*?)```/.exec(await read("README.md")) ?? [];
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
