import { describe, expect, test } from "vitest";
import type { JsonReport } from "../report/json-report.ts";
import { ingress, ingressClass, service, serviceBackend, slice } from "@kubeschema-tools/clusters";
import { dump } from "../testing/manifests.ts";
import { runMain } from "../testing/run-main.ts";

const healthy = [ingress(), ingressClass("nginx"), service(), slice()];
const gone = ingress({ name: "gone", host: "gone.example", backend: serviceBackend("gone", 80) });
const snapshots = {
  healthy: dump(healthy),
  failing: dump([...healthy, gone]),
  worse: dump([...healthy, gone, ingress({ name: "more", host: "more.example", backend: serviceBackend("more", 80) })]),
  // Without an address in its second entry, the first serves: a warning.
  warning: dump([ingress({ status: [{ ip: "203.0.113.10" }, {}] }), ...healthy.slice(1)]),
  unknown: dump(healthy.slice(0, 3)),
};

async function report(name: keyof typeof snapshots, args: readonly string[] = []): Promise<string> {
  return (await runMain(["--snapshot", name, "-o", "json", ...args], snapshots)).stdout;
}

function parse(text: string): JsonReport {
  return JSON.parse(text) as JsonReport; // What these tests are about.
}

describe("--fail-on", () => {
  test.each([
    { snapshot: "failing", level: "error", code: 1 },
    { snapshot: "failing", level: "warning", code: 1 },
    { snapshot: "failing", level: "never", code: 0 },
    { snapshot: "warning", level: "error", code: 0 },
    { snapshot: "warning", level: "warning", code: 1 },
    { snapshot: "warning", level: "never", code: 0 },
    { snapshot: "unknown", level: "error", code: 2 },
    { snapshot: "unknown", level: "never", code: 2 },
    { snapshot: "healthy", level: "warning", code: 0 },
  ])("$level makes $snapshot exit with $code", async ({ snapshot, level, code }) => {
    expect(await runMain(["--snapshot", snapshot, "--fail-on", level], snapshots)).toMatchObject({ code, stderr: "" });
  });

  test("counts warnings if it is not given", async () => {
    expect((await runMain(["--snapshot", "warning"], snapshots)).code).toBe(1);
  });
});

describe("--baseline", () => {
  test("makes what it holds known: marked, and not counted", async () => {
    const files = { ...snapshots, before: await report("failing") };
    const same = await runMain(["--snapshot", "failing", "--baseline", "before", "-o", "json"], files);
    expect(same.code).toBe(0);
    expect(parse(same.stdout).findings.map(({ known }) => known)).toEqual([true]);
    const worse = await runMain(["--snapshot", "worse", "--baseline", "before", "-o", "json"], files);
    expect(worse.code).toBe(1);
    expect(parse(worse.stdout).findings.map(({ object, known }) => [object.name, known])).toEqual([
      ["gone", true],
      ["more", false],
    ]);
  });

  test("leaves what is known out with --new-only, and says how much that is", async () => {
    const files = { ...snapshots, before: await report("failing") };
    const { code, stdout } = await runMain(["--snapshot", "worse", "--baseline", "before", "--new-only"], files);
    expect(code).toBe(1);
    expect(stdout).toContain("Service shop/more");
    expect(stdout).not.toContain("Service shop/gone");
    expect(stdout).toContain("1 known finding not shown.");
    const json = await runMain(["--snapshot", "worse", "--baseline", "before", "--new-only", "-o", "json"], files);
    expect(parse(json.stdout).summary).toMatchObject({ hidden: 1 });
  });

  test("still counts what could not be checked again", async () => {
    const files = { ...snapshots, before: await report("healthy") };
    expect((await runMain(["--snapshot", "unknown", "--baseline", "before"], files)).code).toBe(2);
  });

  test.each([
    { name: "is not there", text: undefined, want: "there is no such file or folder" },
    { name: "is not JSON", text: "{", want: "it is not JSON" },
    { name: "is not a report", text: "{}", want: "it is not a JSON report of ingress-diff" },
    { name: "is of another version", text: '{"version":2,"findings":[]}', want: "expected version 1, found 2" },
    {
      name: "has a finding without an id",
      text: '{"version":1,"findings":[{}]}',
      want: "it holds a finding without an id",
    },
  ])("is refused if it $name", async ({ text, want }) => {
    const files = text === undefined ? snapshots : { ...snapshots, before: text };
    const { code, stdout, stderr } = await runMain(["--snapshot", "healthy", "--baseline", "before"], files);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`Cannot read "before": ${want}`);
  });

  test("is needed by --new-only", async () => {
    const { code, stderr } = await runMain(["--snapshot", "healthy", "--new-only"], snapshots);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining("--new-only needs --baseline") });
  });
});

describe("a configuration", () => {
  const withConfig = (text: string, file = "ingress-diff.config.json"): Readonly<Record<string, string>> => ({
    ...snapshots,
    [file]: text,
  });

  test("is found in the working folder, and flags count more", async () => {
    const files = withConfig('{ "failOn": "never", "output": "ndjson" }');
    const found = await runMain(["--snapshot", "failing"], files);
    expect(found.code).toBe(0);
    expect(found.stdout).toMatch(/^\{"type":"report",/);
    const flags = await runMain(["--snapshot", "failing", "--fail-on", "error", "-o", "wide"], files);
    expect(flags.code).toBe(1);
    expect(flags.stdout).toMatch(/^STATE /);
  });

  test("is read from YAML with --config, and sets severities", async () => {
    const files = withConfig("severities: { backend/service-missing: info }\n", "my.yaml");
    const { code, stdout } = await runMain(["--snapshot", "failing", "--config", "my.yaml", "-o", "json"], files);
    expect(code).toBe(0);
    expect(parse(stdout).findings.map(({ severity }) => severity)).toEqual(["info"]);
    expect(parse(stdout).summary.failing).toBe(0);
  });

  test("is read from a module", async () => {
    const { code } = await runMain(["--snapshot", "failing"], withConfig("", "ingress-diff.config.ts"), {
      importModule: async (path) => ({ default: path.endsWith(".ts") ? { failOn: "never" } : undefined }),
    });
    expect(code).toBe(0);
  });

  test.each([
    {
      name: "a rule and an object",
      entry: { rule: "backend/*", namespace: "shop", name: "go*", reason: "on purpose" },
    },
    { name: "a kind", entry: { kind: "Service" } },
    { name: "stars in the middle", entry: { name: "g*n*" } },
  ])("leaves findings out by $name", async ({ entry }) => {
    const files = withConfig(JSON.stringify({ ignore: [entry] }));
    const { code, stdout } = await runMain(["--snapshot", "failing", "-o", "json"], files);
    expect(code).toBe(0);
    expect(parse(stdout)).toMatchObject({ findings: [], summary: { failing: 0, ignored: 1 } });
  });

  test.each([
    { name: "another namespace", entry: { rule: "backend/*", namespace: "blog" } },
    { name: "half a name", entry: { name: "on" } },
    { name: "a pattern that is too long", entry: { name: "gone*gone" } },
  ])("leaves nothing out by $name", async ({ entry }) => {
    const files = withConfig(JSON.stringify({ ignore: [entry] }));
    expect((await runMain(["--snapshot", "failing"], files)).code).toBe(1);
  });

  test.each([
    { name: "an unknown key", text: '{ "failon": "error" }', want: 'there is no "failon" (did you mean "failOn"?)' },
    {
      name: "an unknown rule",
      text: '{ "severities": { "class/mising": "off" } }',
      want: 'there is no "severities.class/mising" (did you mean "class/missing"?)',
    },
    {
      name: "an unknown severity",
      text: '{ "severities": { "class/missing": "fatal" } }',
      want: '"severities.class/missing" cannot be "fatal": it is one of error, warning, info, off',
    },
    { name: "a wrong type", text: '{ "ignore": {} }', want: '"ignore" has to be a list, found an object' },
    { name: "an entry that is too wide", text: '{ "ignore": [{}] }', want: "would leave out everything" },
    {
      name: "a mistyped rule to ignore",
      text: '{ "ignore": [{ "rule": "route/duplicates" }] }',
      want: '(did you mean "route/duplicate"?)',
    },
    {
      name: "a wrong time",
      text: '{ "expiringWithin": "soon" }',
      want: 'has to be a time span such as 14d, found "soon"',
    },
    { name: "an unknown format", text: '{ "output": "markdwon" }', want: '(did you mean "markdown"?)' },
    { name: "no JSON", text: "{", want: 'Cannot read "ingress-diff.config.json"' },
    { name: "no object", text: "[]", want: "the configuration has to be an object, found a list" },
  ])("is refused for $name", async ({ text, want }) => {
    const { code, stdout, stderr } = await runMain(["--snapshot", "healthy"], withConfig(text));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^ingress-diff: [^\n]+\. Try: [^\n]+\n$/);
    expect(stderr).toContain(want);
  });

  test("is refused if there are two, or the one that is named is not there", async () => {
    const two = await runMain(["--snapshot", "healthy"], { ...withConfig("{}"), "ingress-diff.config.yaml": "" });
    expect(two).toMatchObject({ code: 2, stderr: expect.stringContaining('there is "ingress-diff.config.json" too') });
    const none = await runMain(["--snapshot", "healthy", "--config", "x.json"], snapshots);
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining("there is no such file or folder") });
  });

  test("is not looked for by the demo", async () => {
    const { code } = await runMain(["demo"], { ...withConfig('{ "nope": 1 }'), "demo.json": dump(healthy) });
    expect(code).toBe(0);
  });
});

describe("ingress-diff explain", () => {
  test("explains a rule, also by the id of a finding", async () => {
    const { code, stdout } = await runMain(["explain", "route/duplicate"], {}, { env: { COLUMNS: "100" } });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^route\/duplicate \(error\)\n\nwhat {6}\S.*\nwhy {7}\S[\s\S]*\nfix {7}\S[\s\S]*\n$/);
    expect((await runMain(["explain", "route/duplicate#0123456789ab"], {}, { env: { COLUMNS: "100" } })).stdout).toBe(
      stdout,
    );
  });

  test("lists every rule", async () => {
    const { stdout } = await runMain(["explain"]);
    expect(stdout).toMatch(/^class\/missing +error +\S/m);
    expect(stdout).toMatch(/^route\/duplicate +error +\S/m);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  test("suggests the nearest rule", async () => {
    const { code, stderr } = await runMain(["explain", "backend/service-mising"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('mean "backend/service-missing"?') });
  });
});
