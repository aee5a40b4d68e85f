import { describe, expect, test } from "vitest";
import type { JsonReport } from "../report/json-report.ts";
import { ingress, ingressClass, service, slice } from "@kubeschema-tools/clusters";
import { dump } from "../testing/manifests.ts";
import { runMain } from "../testing/run-main.ts";

const healthy = [ingress(), ingressClass("nginx"), service(), slice()];
const missing = [ingress(), ingressClass("nginx"), service("other"), slice()];
const unknown = [ingress(), ingressClass("nginx"), service()];

describe("main()", () => {
  test.each([
    { name: "nothing found", items: healthy, code: 0 },
    { name: "findings", items: missing, code: 1 },
    { name: "what could not be checked", items: unknown, code: 2 },
    { name: "findings beside what could not be checked", items: missing.slice(0, 3), code: 1 },
    { name: "a note alone", items: [ingress({ status: [] }), ...healthy.slice(1)], code: 0 },
  ])("returns $code for $name", async ({ items, code }) => {
    const result = await runMain(["--snapshot", "a.json"], { "a.json": dump(items) });
    expect(result).toMatchObject({ code, stderr: "" });
    expect((await runMain(["--snapshot", "a.json", "--exit-zero"], { "a.json": dump(items) })).code).toBe(0);
  });

  test("prints JSON and nothing else with -o json", async () => {
    const { stdout, stderr } = await runMain(["--snapshot", "a.json", "-o", "json"], { "a.json": dump(healthy) });
    const report = JSON.parse(stdout) as JsonReport; // What this test is about.
    expect(report).toMatchObject({
      version: 1,
      observed: { at: "2026-06-01T00:00:00.000Z", source: "snapshot a.json" },
    });
    expect(stderr).toBe("");
  });

  test("judges as of --at, else as of the snapshot's own time, else as of now", async () => {
    const timeOf = async (args: readonly string[], items: readonly object[]): Promise<string> => {
      const { stdout } = await runMain(["--snapshot", "a", "-o", "json", ...args], { a: dump(items) });
      return (JSON.parse(stdout) as JsonReport).observed.at;
    };
    const observation = { apiVersion: "kubeschema/v1", kind: "Observation", at: "2026-02-02T00:00:00Z" };
    expect(await timeOf([], healthy)).toBe("2026-06-01T00:00:00.000Z");
    expect(await timeOf([], [observation, ...healthy])).toBe("2026-02-02T00:00:00.000Z");
    expect(await timeOf(["--at", "2026-03-03"], [observation, ...healthy])).toBe("2026-03-03T00:00:00.000Z");
  });

  test("reads a folder, its files in order, and stdin", async () => {
    const files = {
      "d/b.yaml": dump([service(), slice()]),
      "d/a.json": dump(healthy.slice(0, 2)),
      "d/notes.txt": "hi",
    };
    expect(await runMain(["--snapshot", "d"], files)).toMatchObject({ code: 0, stderr: "" });
    expect(await runMain(["--snapshot", "-"], { "-": dump(healthy) })).toMatchObject({ code: 0, stderr: "" });
  });

  test("reports on one namespace and on names", async () => {
    const items = [...healthy, ingress({ namespace: "blog", name: "blog", host: "blog.example" })];
    const namesOf = async (...args: readonly string[]): Promise<readonly string[]> => {
      const { stdout } = await runMain(["--snapshot", "a", "-o", "json", ...args], { a: dump(items) });
      return (JSON.parse(stdout) as JsonReport).ingresses.map(({ namespace, name }) => `${namespace}/${name}`);
    };
    expect(await namesOf()).toEqual(["blog/blog", "shop/web"]);
    expect(await namesOf("-n", "shop")).toEqual(["shop/web"]);
    expect(await namesOf("web")).toEqual(["shop/web"]);
    expect(await namesOf("blog/blog")).toEqual(["blog/blog"]);
  });

  test("reports on labels, and sees the neighbours all the same", async () => {
    const old = { creationTimestamp: "2026-01-01T00:00:00Z" };
    const neighbour = ingress({ namespace: "blog", name: "old", metadata: old });
    const items = [...healthy, service("web", {}, { namespace: "blog" }), slice("web", {}, { namespace: "blog" })];
    const young = ingress({ metadata: { labels: { app: "web" } } });
    const a = dump([neighbour, young, ...items.slice(1)]);
    const { stdout } = await runMain(["--snapshot", "a", "-o", "json", "-l", "app=web"], { a });
    const report = JSON.parse(stdout) as JsonReport; // What this test is about.
    expect(report.ingresses.map(({ name }) => name)).toEqual(["web"]);
    expect(report.findings.map(({ rule }) => rule)).toContain("route/duplicate");
    const none = await runMain(["--snapshot", "a", "-l", "app=api"], { a });
    expect(none).toMatchObject({ code: 2, stdout: "" });
    expect(none.stderr).toContain("none of 2 in snapshot a has them");
  });

  test("splits the namespaces into shares that hold each of them once", async () => {
    const namespaces = Array.from({ length: 40 }, (_, index) => `team-${index}`);
    const items = namespaces.map((namespace) => ingress({ namespace }));
    const files = { a: dump(items) };
    const seen: string[] = [];
    for (const share of ["0/3", "1/3", "2/3"]) {
      const { stdout } = await runMain(["--snapshot", "a", "--shard", share, "-o", "json"], files);
      const names = (JSON.parse(stdout) as JsonReport).ingresses.map(({ namespace }) => namespace);
      expect(names.length).toBeGreaterThan(4);
      seen.push(...names);
    }
    expect(seen.toSorted()).toEqual(namespaces.toSorted());
  });

  test("uses colour on a terminal, or with FORCE_COLOR, and not with NO_COLOR", async () => {
    const isColored = async (isTTY: boolean, env: Readonly<Record<string, string>>): Promise<boolean> => {
      const { stdout } = await runMain(["--snapshot", "a"], { a: dump(missing) }, { isTTY, env });
      return stdout.includes("\u001b[");
    };
    expect(await isColored(true, {})).toBe(true);
    expect(await isColored(true, { NO_COLOR: "1" })).toBe(false);
    expect(await isColored(false, {})).toBe(false);
    expect(await isColored(false, { FORCE_COLOR: "1" })).toBe(true);
  });

  test.each([
    { name: "an unknown flag", args: ["--nope"], want: 'There is no flag "--nope"' },
    {
      name: "a snapshot that is not there",
      args: ["--snapshot", "x"],
      want: 'Cannot read "x": there is no such file or folder',
    },
    { name: "a snapshot that is not YAML", args: ["--snapshot", "bad"], want: 'Cannot read "bad", line 1: ' },
    { name: "a snapshot without an Ingress", args: ["--snapshot", "empty"], want: "it holds no Ingress" },
    {
      name: "a folder without a snapshot",
      args: ["--snapshot", "d"],
      want: "the folder has no .yaml, .yml or .json file",
    },
    { name: "a name that is not there", args: ["--snapshot", "a", "nope"], want: 'Cannot find Ingress "nope"' },
    { name: "a namespace that is not there", args: ["--snapshot", "a", "-n", "x"], want: "holds no Ingress in it" },
    { name: "no kubeconfig", args: ["-A"], want: "Cannot find a kubeconfig" },
    { name: "a kubeconfig that is not there", args: ["--kubeconfig", "/nope/config"], want: "there is no such file" },
  ])("returns 2 and one line on stderr for $name", async ({ args, want }) => {
    const files = { bad: "a: [b", empty: dump([service()]), "d/notes.txt": "hi", a: dump(healthy) };
    const { code, stdout, stderr } = await runMain(args, files);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^ingress-diff: [^\n]+\. Try: [^\n]+\n$/);
    expect(stderr).toContain(want);
  });

  test("shows a stack with DEBUG=1 only", async () => {
    expect((await runMain(["--nope"], {}, { env: { DEBUG: "1" } })).stderr).toMatch(/\n {4}at /);
    expect((await runMain(["--nope"])).stderr).not.toMatch(/\n {4}at /);
  });
});
