import { ingress, serviceBackend, tlsOf } from "@kubeschema-tools/clusters";
import { beforeAll, describe, expect, test } from "vitest";
import type { Evaluation } from "../evaluate/evaluation.ts";
import { parseYaml } from "../observe/parse-yaml.ts";
import { judge } from "../testing/judge.ts";
import { toJsonReport } from "./json-report.ts";
import { reportFormats } from "./report-formats.ts";
import type { ReportOptions } from "./report-options.ts";
import { toPieces } from "./to-pieces.ts";

/** One text that is hostile to every format; each test looks for what its own format must not let through. */
const evil = [
  "\u001b[2J\u009b31m\u202e\u2028\ufeff\u0000",
  "\r\n::error file=a.yaml,line=1::forged\n::stop-commands::x",
  "<script>alert(1)</script><img src=x onerror=alert(1)>\"'` --><![CDATA[]]>&amp;",
  "| a | b |\n|-|-|\n# heading @everyone ](http://x.example) ``` **b** \\|",
  'x"} 1\nforged_metric{a="b"} 2\\',
  "##[add-mask]all ##vso[task.complete] ::stop-commands::x ::error file=a::forged ::1",
  "\ud800",
].join("");

const options: ReportOptions = {
  width: 100,
  hasColor: false,
  isVerbose: true,
  toolVersion: "1.2.3",
  failOn: "warning",
  originOf: () => ({ file: `dir/${evil}.yaml`, line: 7 }),
};

let evaluation: Evaluation;

beforeAll(async () => {
  evaluation = await judge([
    ingress({
      name: `web${evil}`,
      namespace: `shop${evil}`,
      className: `class${evil}`,
      host: `host${evil}`,
      path: `/${evil}`,
      backend: serviceBackend(`svc${evil}`, `port${evil}`),
      spec: tlsOf(`secret${evil}`, `host${evil}`),
      status: [{ hostname: `lb${evil}` }],
    }),
    ingress({ name: `pending${evil}`, namespace: `shop${evil}`, className: `class${evil}`, status: [] }),
  ], { hasHostileNames: true });
  expect(evaluation.findings.length).toBeGreaterThan(3);
});

async function format(name: string): Promise<string> {
  const found = reportFormats.find((candidate) => candidate.name === name);
  if (found === undefined) throw new RangeError(`Cannot find format "${name}"`);
  return [...toPieces((await found.load())(evaluation, options))].join("");
}

describe.each(reportFormats)("-o $name", ({ name }) => {
  test("lets no control character, mark of direction or half of a character through", async () => {
    const text = await format(name);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
    expect(text.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\ufeff]/);
    expect(text.isWellFormed()).toBe(true);
    expect(text.endsWith("\n")).toBe(true);
  });

  test("has nothing that a CI system would take for a command, but its own", async () => {
    const text = await format(name);
    expect(text).not.toMatch(/##(?:\[|vso\[)/i);
    const lines = text.split("\n").filter((line) => /^\s*::[a-z-]+(?: |::)/i.test(line));
    if (name !== "github") expect(lines).toEqual([]);
    for (const line of lines) {
      expect(line).toMatch(/^::(error|warning|notice) file=[^:,\s]+(\\u\{[^:,]*)?,line=7,title=[a-z/-]+::/);
    }
  });

  test("is the same when it is formatted again", async () => {
    expect(await format(name)).toBe(await format(name));
  });
});

test.each(["json", "yaml"])("-o %s loses nothing", async (name) => {
  const text = await format(name);
  const want = toJsonReport(evaluation, options);
  const read: unknown = name === "json" ? JSON.parse(text) : parseYaml(text);
  expect(JSON.stringify(read)).toBe(JSON.stringify(name === "json" ? want : { documents: [want] }));
});

test("-o ndjson has a line for the report and for each finding", async () => {
  const lines = (await format("ndjson")).trimEnd().split("\n").map((line) => JSON.parse(line));
  expect(lines.map(({ type }) => type)).toEqual(["report", ...evaluation.findings.map(() => "finding")]);
  expect(lines[1]).toMatchObject({ id: evaluation.findings[0]?.id });
});

test("-o wide has as many cells in each line", async () => {
  const rows = (await format("wide")).trimEnd().split("\n").map((line) => line.split(/ {2,}/));
  expect(rows.length).toBe(1 + evaluation.sources.flatMap(({ routes }) => routes).length);
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([12]));
});

test("-o markdown has text of the cluster in code only", async () => {
  const text = await format("markdown");
  const outside = text.replace(/`[^`\n]*`/g, "").replace(/<code>[^<`|\n]*<\/code>/g, "");
  expect(outside).not.toMatch(/script|everyone|heading|onerror|forged|x\.example/);
  // Within <code> all that could end it, or a cell, is a reference.
  for (const [, code] of text.matchAll(/<code>(.*?)<\/code>/g)) expect(code).not.toMatch(/[<>`|\\@*_[\]]/);
  for (const row of text.split("\n").filter((line) => line.startsWith("| ❌"))) expect(row.split("|")).toHaveLength(7);
});

test.each(["junit"])("-o %s is well-formed XML", async (name) => {
  const text = await format(name);
  expect(text).not.toMatch(/<script|<img|<!\[CDATA/);
  const body = text.replace(/^<\?xml[^>]*\?>\n/, "");
  const open: string[] = [];
  const rest = body.replace(
    /<(\/?)([a-z-]+)((?: [a-z]+="[^"<>]*")*)(\/?)>/g,
    (_tag, closes, element, _attributes, empty) => {
      if (closes === "/") expect(open.pop()).toBe(element);
      else if (empty === "") open.push(element);
      return "";
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]|&(?!(lt|gt|amp|quot);)/);
});

test("-o prometheus has only lines of the format, and each series once", async () => {
  const lines = (await format("prometheus")).trimEnd().split("\n");
  const series = lines.filter((line) => !line.startsWith("#"));
  const label = '[a-z_]+="(?:[^"\\\\\\n]|\\\\[\\\\n"])*"';
  const pattern = new RegExp(`^(ingress_diff_[a-z_]+)(?:\\{${label}(?:,${label})*\\})? -?[0-9.]+$`);
  const metrics = new Set<string>();
  for (const line of series) {
    expect(line).toMatch(pattern);
    metrics.add(pattern.exec(line)?.[1] ?? "");
  }
  expect(new Set(series.map((line) => line.replace(/ [^ ]*$/, ""))).size).toBe(series.length);
  for (const metric of metrics) {
    expect(lines.filter((line) => line === `# TYPE ${metric} gauge`)).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith(`# HELP ${metric} `))).toHaveLength(1);
  }
});
