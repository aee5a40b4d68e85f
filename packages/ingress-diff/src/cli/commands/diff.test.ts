import { describe, expect, test } from "vitest";
import type { JsonDriftReport } from "../../report/drift-json.ts";
import { ingress, ingressClass, service, serviceBackend, slice } from "@kubeschema-tools/clusters";
import { dump, manifest } from "../../testing/manifests.ts";
import { runMain } from "../../testing/run-main.ts";

const live = [ingress(), ingressClass("nginx"), service(), slice()];

async function compare(
  manifests: readonly object[] | string,
  flags: readonly string[] = [],
): ReturnType<typeof runMain> {
  const text = typeof manifests === "string" ? manifests : dump(manifests);
  return await runMain(["diff", "--snapshot", "live.json", "-f", "web.json", ...flags], {
    "live.json": dump(live),
    "web.json": text,
  });
}

describe("ingress-diff diff", () => {
  test.each([
    { name: "what is live", manifests: [manifest()], code: 0, want: "1 Ingress: 1 unchanged" },
    { name: "a change", manifests: [manifest({ host: "new.example" })], code: 1, want: "± shop/web  1 change" },
    { name: "a new one", manifests: [manifest({ name: "api" })], code: 1, want: "+ shop/api  would be created" },
    { name: "a wrong one", manifests: [manifest({ host: "NO" })], code: 2, want: "✗ shop/web  would be refused" },
    { name: "a wrong one beside a change", manifests: [manifest({ host: "NO" }), manifest({ name: "api" })], code: 2 },
    { name: "text that is not YAML", manifests: "a: [b", code: 2, want: "✗ web.json:1  cannot be read" },
    { name: "other kinds", manifests: [service(), manifest()], code: 0, want: "1 object of another kind skipped" },
  ])("returns $code for $name", async ({ manifests, code, want = "" }) => {
    const result = await compare(manifests);
    expect(result).toMatchObject({ code, stderr: "" });
    expect(result.stdout).toContain(want);
    expect((await compare(manifests, ["--exit-zero"])).code).toBe(0);
  });

  test("leaves out what is ignored, and counts it", async () => {
    const given = [manifest({ backend: serviceBackend("api", "http") })];
    const { code, stdout } = await compare(given, ["--ignore", "spec.rules[*].http"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining("1 change ignored") });
    expect((await compare(given, ["--ignore", "spec.tls"])).code).toBe(1);
    const { stdout: verbose } = await compare(given, ["--ignore", "spec.rules[*].http", "--verbose"]);
    expect(verbose).toContain(".backend.service.name  (ignored)");
  });

  test("prints JSON with a version", async () => {
    const { stdout } = await compare([manifest({ host: "new.example" })], ["-o", "json"]);
    const report = JSON.parse(stdout) as JsonDriftReport;
    expect(report).toMatchObject({
      version: 1,
      kind: "Drift",
      observed: { source: "snapshot live.json", complete: true, requests: 0 },
      summary: { changed: 1, unchanged: 0, new: 0, refused: 0, unknown: 0, otherObjects: 0 },
      ingresses: [{
        namespace: "shop",
        name: "web",
        file: "web.json",
        line: 1,
        verdict: "changed",
        orderOnly: false,
        ownersKnown: false,
        changes: [{
          type: "changed",
          fieldPath: '.spec.rules[host="shop.example"].host',
          live: "shop.example",
          manifest: "new.example",
          applies: true,
          owners: [],
        }],
      }],
      issues: [],
    });
  });

  test("shortens values that are too long for a screen", async () => {
    const paths = Array.from({ length: 500 }, (_, index) => ({
      path: `/${index}`,
      pathType: "Prefix",
      backend: serviceBackend("web", "http"),
    }));
    const given = [
      manifest({
        spec: { rules: [{ host: "shop.example", http: { paths } }, { host: "b.example", http: { paths } }] },
      }),
    ];
    const { stdout } = await compare(given);
    expect(stdout).toMatch(/\n +… and \d{3,} more lines; --verbose shows all\n/);
    expect((await compare(given, ["--verbose"])).stdout).not.toContain("more lines");
  });

  test("annotates the lines of manifests for GitHub", async () => {
    const given = [manifest({ host: "new.example" }), manifest({ name: "api" }), manifest({ name: "bad", host: "NO" })];
    const { code, stdout } = await compare(given.map((one) => JSON.stringify(one)).join("\n---\n"), ["-o", "github"]);
    expect(code).toBe(2);
    expect(stdout.split("\n").map((line) => line.replace(/%0A.*/, ""))).toEqual([
      "::notice file=web.json,line=3,title=Ingress shop/api::would be created",
      expect.stringMatching(/^::error file=web\.json,line=5,title=Ingress shop\/bad::spec\.rules\[0\]\.host: "NO"/),
      "::warning file=web.json,line=1,title=Ingress shop/web::1 change",
      "3 Ingresses: 0 unchanged, 1 changed, 1 new, 1 refused, 0 unknown",
      "",
    ]);
  });

  test("reads folders, and takes the namespace of -n for manifests without one", async () => {
    const { namespace: _, ...metadata } = manifest().metadata;
    const files = {
      "live.json": dump(live),
      "d/web.yaml": dump([{ ...manifest(), metadata }]),
      "d/kustomization.yaml": "resources: [web.yaml]",
      "d/notes.txt": "no manifest",
    };
    expect(await runMain(["diff", "--snapshot", "live.json", "-f", "d", "-n", "shop"], files)).toMatchObject({
      code: 0,
    });
    expect(await runMain(["diff", "--snapshot", "live.json", "-f", "d"], files)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("+ default/web  would be created"),
    });
  });

  test("reads stdin once, however often it is named", async () => {
    const files = { "live.json": dump(live), "-": dump([manifest()]) };
    expect(await runMain(["diff", "-f", "-", "-f", "-", "--snapshot", "live.json"], files)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("1 Ingress: 1 unchanged"),
    });
  });

  test.each([
    { name: "nothing on stdin", args: ["-f", "-"], want: "no Kubernetes object in it" },
    {
      name: "a file that is not there",
      args: ["-f", "nope"],
      want: 'Cannot read "nope": there is no such file or folder',
    },
    { name: "a snapshot without Ingresses", args: ["-f", "web.json", "--snapshot", "empty.json"], want: "no Ingress" },
    {
      name: "a snapshot of our own, which holds no whole Ingresses",
      args: ["-f", "web.json", "--snapshot", "own.json"],
      want: "holds no whole Ingresses",
    },
    { name: "a name", args: ["-f", "web.json", "web"], want: '"diff" expects no arguments, found "web"' },
    { name: "no manifest", args: [], want: "Cannot tell what to compare with: -f is missing" },
    { name: "another format", args: ["-f", "web.json", "-o", "junit"], want: "-o expects text, json or github" },
    { name: "not a field path", args: ["-f", "web.json", "--ignore", "[["], want: "--ignore expects a field path" },
    {
      name: "--at",
      args: ["-f", "web.json", "--at", "2026-01-01"],
      want: '"diff" does not take --at; "report", "plan"',
    },
    { name: "a baseline", args: ["-f", "web.json", "--baseline", "b"], want: '"diff" does not take --baseline' },
    { name: "--plan", args: ["-f", "web.json", "--plan"], want: 'the command "plan" does that' },
    { name: "a cluster beside a snapshot", args: ["-f", "web.json", "--context", "a"], want: "--snapshot reads no" },
    { name: "stdin twice", args: ["-f", "-", "--snapshot", "-"], want: "cannot both read stdin" },
  ])("returns 2 and one line on stderr for $name", async ({ args, want }) => {
    const snapshot = args.includes("--snapshot") ? [] : ["--snapshot", "live.json"];
    const files = {
      "live.json": dump(live),
      "web.json": dump([manifest()]),
      "empty.json": dump([service()]),
      "-": "",
      "own.json": JSON.stringify({ apiVersion: "kubeschema/v1", kind: "Snapshot" }),
    };
    const { code, stdout, stderr } = await runMain(["diff", ...snapshot, ...args], files);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^ingress-diff: [^\n]+\. Try: [^\n]+\n$/);
    expect(stderr).toContain(want);
  });

  test("prints no control character of a manifest, and nothing that a CI system obeys", async () => {
    const evil = "\u001b[31m\u202e\u0007 ::error::no ##vso[task.complete]no ##[error]no";
    const annotations = { "a.example/x": evil, [evil]: `${"long ".repeat(30)}${evil}` };
    const given = [manifest({ metadata: { annotations } }), manifest({ name: "bad", host: evil })];
    const files = { "live.json": dump(live), "web.json": dump(given) };
    for (const flags of ["diff", "diff -o json", "diff -o github", "diff --verbose", "plan", "plan -o json"]) {
      const { stdout } = await runMain([...flags.split(" "), "--snapshot", "live.json", "-f", "web.json"], files);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]|##\[|##vso\[|^\s*::error::/m);
    }
  });
});
