import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { createTestWorld, programFaults } from "@kubeschema/command-kit/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "./main.ts";
import { program } from "./program.ts";
import type { ValidateWorld } from "./world.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kubeschema-validate-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a file, and tells its path. */
function write(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command; the folder of the test is left out of what it prints. */
async function run(args: readonly string[], world: Partial<ValidateWorld> = {}): Promise<Run> {
  const [stdout, stderr] = [collect(), collect()];
  const code = await main({ ...createTestWorld(args), stdin: streamOf(""), stdout, stderr, ...world });
  return { code, stdout: stdout.read(), stderr: stderr.read() };
}

/** A stream that keeps its text; the folder of the test is left out. */
function collect() {
  const texts: string[] = [];
  return { write: (text: string) => texts.push(text) > 0, read: () => texts.join("").replaceAll(`${folder}/`, "") };
}

async function* streamOf(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield new TextEncoder().encode(text);
}

const configMap = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  namespace: shop\n";
const mixed = `${configMap}data:
  port: 80
  tls: yes
datas: {}
---
${configMap}
---
apiVersion: example.com/v1
kind: Widget
metadata:
  name: w
---
apiVersion: v1
kind: Secret
metadata:
  name: s
`;

describe("main()", () => {
  test("prints a line per issue, with file, line and column", async () => {
    expect(await run([write("mixed.yaml", mixed), "--skip", "Secret", "--summary", "--verbose"])).toEqual({
      code: 2,
      stderr: "",
      stdout: `mixed.yaml:7:9: ConfigMap shop/web: data[port]: must be a string, found the number 80; quote it
mixed.yaml:8:8: ConfigMap shop/web: data[tls]: must be a string, found true; quote it
mixed.yaml:9:1: ConfigMap shop/web: datas: is not a known field; did you mean "data"?
mixed.yaml:11:1: ConfigMap shop/web: valid
mixed.yaml:19:7: Widget w: error: There is no schema for the kind "Widget" of "example.com/v1"; --ignore-missing-schemas skips such kinds
mixed.yaml:23:1: Secret s: skipped
4 objects: 1 valid, 1 invalid, 1 skipped, 1 error
`,
    });
  });

  test("prints nothing, and exits 0, where all is valid", async () => {
    expect(await run([write("valid.yaml", configMap)])).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test.each([
    { name: "an invalid object", text: "apiVersion: v1\nkind: Pod\nspec: 5\n", args: [], code: 1 },
    {
      name: "an invalid object, with --exit-zero",
      text: "apiVersion: v1\nkind: Pod\nspec: 5\n",
      args: ["--exit-zero"],
      code: 0,
    },
    { name: "an unknown field, with --no-strict", text: `${configMap}datas: {}\n`, args: ["--no-strict"], code: 0 },
    { name: "an unknown field, with -strict=false", text: `${configMap}datas: {}\n`, args: ["-strict=false"], code: 0 },
    { name: "malformed YAML, with --exit-zero", text: "a: [", args: ["--exit-zero"], code: 2 },
    { name: "a kind without a schema", text: "apiVersion: a/v1\nkind: A\n", args: [], code: 2 },
    { name: "such a kind, ignored", text: "apiVersion: a/v1\nkind: A\n", args: ["--ignore-missing-schemas"], code: 0 },
    { name: "a rejected kind", text: configMap, args: ["--reject", "v1/ConfigMap"], code: 1 },
    { name: "another rejected kind", text: configMap, args: ["--reject", "v2/ConfigMap,Map"], code: 0 },
    {
      name: "a removed apiVersion",
      text: "apiVersion: extensions/v1beta1\nkind: Ingress\n",
      args: ["--ignore-missing-schemas"],
      code: 1,
    },
    { name: "no kind", text: "apiVersion: v1\n", args: [], code: 1 },
    { name: "a kind that is a number", text: "apiVersion: v1\nkind: 5\n", args: [], code: 1 },
    { name: "kinds named like parts of a module", text: "apiVersion: v1\nkind: __proto__\n", args: [], code: 2 },
    { name: "an apiVersion like a path", text: "apiVersion: ../../../package/v1\nkind: A\n", args: [], code: 2 },
    { name: "text that is not an object", text: "hello\n", args: [], code: 1 },
    { name: "no document", text: "# nothing\n", args: [], code: 0 },
  ])("exits $code for $name", async ({ text, args, code }) => {
    expect((await run([write("case.yaml", text), ...args])).code).toBe(code);
  });

  test("reads stdin where it is named, and where nothing is", async () => {
    const stdin = (): ValidateWorld["stdin"] =>
      streamOf(configMap.slice(0, 20), `${configMap.slice(20)}data: {a: 1}\n`);
    const want = "stdin:6:11: ConfigMap shop/web: data[a]: must be a string, found the number 1; quote it\n";
    expect((await run(["-"], { stdin: stdin() })).stdout).toBe(want);
    expect((await run([], { stdin: stdin() })).stdout).toBe(want);
  });

  test("asks for files rather than wait for a terminal", async () => {
    const stdin = Object.assign(streamOf(""), { isTTY: true });
    const { code, stderr } = await run([], { stdin });
    expect(code).toBe(2);
    expect(stderr).toBe(
      "kubeschema-validate: There is nothing to validate: give files, folders or - for stdin. " +
        "Try: kubeschema-validate --help\n",
    );
  });

  test("walks folders in order, and skips what is hidden, ignored or no manifest", async () => {
    for (
      const name of ["b.yaml", "a/z.yml", "a/y.json", "a/.hidden.yaml", ".git/x.yaml", "node_modules/x.yaml", "c.txt"]
    ) {
      write(`tree/${name}`, "kind: A");
    }
    write("tree/values.yaml", "kind: A");
    symlinkSync(join(folder, "tree/b.yaml"), join(folder, "tree/link.yaml"));
    symlinkSync(join(folder, "tree"), join(folder, "tree/a/circle"));
    const { stdout } = await run([join(folder, "tree"), "--ignore-filename-pattern", "values"]);
    expect(stdout.split("\n").map((line) => line.split(":")[0])).toEqual([
      "tree/b.yaml",
      "tree/link.yaml",
      "tree/a/y.json",
      "tree/a/z.yml",
      "",
    ]);
    const named = [join(folder, "tree/values.yaml"), join(folder, "tree/b.yaml")];
    expect((await run([...named, "--ignore-filename-pattern", "values"])).stdout).not.toContain("values.yaml");
  });

  test("reads the objects of lists, each in its place", async () => {
    const text = `apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: ConfigMap, metadata: {name: a}}
- apiVersion: v1
  kind: ConfigMap
  metadata: {name: b}
  data: {x: 1}
---
apiVersion: v1
kind: ConfigMapList
items:
- metadata: {name: c}
  data: {z: 2}
---
{apiVersion: v1, kind: List, items: 5}
---
{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: List}]}
---
{apiVersion: v1, kind: List, items: null}
---
{apiVersion: v1, kind: List, items: [{apiVersion: v1, kind: ConfigMapList, items: []}]}
`;
    expect((await run([write("list.yaml", text)])).stdout).toBe(
      `list.yaml:8:13: ConfigMap b: data[x]: must be a string, found the number 1; quote it
list.yaml:14:13: ConfigMap c: data[z]: must be a string, found the number 2; quote it
list.yaml:16:37: items: must be a list of objects, found a number
list.yaml:18:38: items[0]: is a List in a List, which kubectl does not read
list.yaml:22:38: items[0]: is a ConfigMapList in a List, which kubectl does not read
`,
    );
  });

  test("stops at the first problem with --exit-on-error", async () => {
    const { stdout } = await run([write("two.yaml", "a: 1\n---\nb: 1\n"), "--exit-on-error", "--summary"]);
    expect(stdout).toMatch(/1 object: 0 valid, 1 invalid, 0 skipped, 0 errors\n$/);
  });

  test("counts files on a terminal, and clears the line before it prints", async () => {
    const names = Array.from({ length: 64 }, (_, index) => `progress/a-${index}.yaml`);
    const paths = [...names, "progress/b.yaml"].map((name) =>
      write(name, name === "progress/b.yaml" ? "a: 1" : configMap)
    );
    let time = 0;
    const now = (): Date => {
      time += 400;
      return new Date(time);
    };
    const screen = { isTTY: true, ...collect() };
    await run(paths, { stdout: screen, stderr: screen, now });
    const erase = "\r\x1b[2K";
    const issues = ["apiVersion", "kind"].map((name) => `progress/b.yaml:1:1: ${name}: must be set\n`);
    expect(screen.read()).toBe(`${erase}64 files ...${erase}${issues.join("")}${erase}65 files ...${erase}`);
  });

  test("waits for a slow reader", async () => {
    const events: string[] = [];
    const stdout = { write: () => events.push("write") < 0 };
    const drained = async (): Promise<boolean> => events.push("drained") > 0;
    await run([write("slow.yaml", "a: 1\n---\nb: 1\n")], { stdout: { ...stdout, drained } });
    expect(events).toEqual(["write", "drained", "write", "drained", "write"]);
  });

  test("shows control characters of names, paths and values instead of printing them", async () => {
    const text = `${configMap.replace("web", '"\\e[31mweb\\u202e"')}"da\\ata\\n::error::x": {}\n`;
    const path = write("odd\u001b[2J.yaml", text);
    for (const format of ["text", "json", "junit", "sarif", "github", "tap"]) {
      const { stdout, code } = await run([path, "-o", format]);
      expect(code).toBe(1);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|^::error::x/m);
      if (format !== "json") expect(stdout).not.toContain("\u202e");
    }
  });

  test("warns of a deprecated API version in every format, and refuses a removed one", async () => {
    const backend = "spec:\n  backend:\n    serviceName: web\n    servicePort: 80\n";
    const path = write("old.yaml", `apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata:\n  name: web\n${backend}`);
    const warning =
      "Ingress of extensions/v1beta1 is deprecated since Kubernetes 1.14 and is removed in 1.22; use networking.k8s.io/v1";
    for (const format of ["text", "json", "junit", "sarif", "github", "tap"]) {
      const { stdout, stderr, code } = await run([path, "-o", format, "--kubernetes-version", "1.20"]);
      expect(stdout).toContain(warning);
      expect(code).toBe(0);
      expect(stderr).toContain("the schema of v1.21");
      const gone = await run([path, "-o", format, "--kubernetes-version", "1.22"]);
      expect(gone.stdout).toContain("was removed in Kubernetes 1.22; use networking.k8s.io/v1");
      expect(gone.code).toBe(1);
    }
    const { results } = JSON.parse((await run([path, "-o", "json", "--kubernetes-version", "1.20"])).stdout);
    expect(results[0].warnings).toEqual([{ message: warning, line: 1, column: 13 }]);
  });

  test("prints help that opens with examples, and the version", async () => {
    expect((await run(["-h"])).stdout).toMatch(
      /^Examples:\n {2}kubeschema-validate .+\n {2}.+ kubeschema-validate .+\n/,
    );
    expect(await run(["--version"])).toEqual({ code: 0, stdout: "1.2.3\n", stderr: "" });
  });

  test("has no fault in its tables", () => {
    expect(programFaults(program)).toEqual([]);
  });

  test("takes what is nearly a command for a path where there is one", async () => {
    const { code, stderr } = await run(["helm"]);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'kubeschema-validate: There is no command "helm" (did you mean "help"?). ' +
        "Try: kubeschema-validate -- helm, if it is an argument\n",
    });
    const files = { ...createTestWorld([]).files, exists: () => Promise.resolve(true) };
    expect((await run(["helm"], { files })).stdout).toBe(
      "helm: error: Cannot read it: there is no such file or folder\n",
    );
  });

  test("exits 2 with a hint for wrong usage", async () => {
    expect(await run(["--nope"])).toEqual({
      code: 2,
      stdout: "",
      stderr: 'kubeschema-validate: There is no flag "--nope". Try: kubeschema-validate --help\n',
    });
  });
});

describe("main() says why it cannot read", () => {
  test.each([
    {
      name: "what is not there",
      make: () => join(folder, "nowhere"),
      want: "there is no such file or folder",
    },
    {
      name: "a folder without manifests",
      make: () => dirname(write("empty/a.txt", "")),
      want: "the folder has no .yaml, .yml or .json file",
    },
    { name: "a device", make: () => "/dev/zero", want: "it is neither a file nor a folder" },
    { name: "a pipe that nothing writes to", make: makePipe, want: "it is a pipe that nothing writes to" },
    { name: "a pipe in a folder", make: () => dirname(makePipe()), want: "it is not a file" },
    {
      name: "invalid UTF-8",
      make: () => write("latin.yaml", Uint8Array.of(0x61, 0x3a, 0x20, 0xe4)),
      want: "it is not valid UTF-8",
    },
    {
      name: "a broken link in a folder",
      make: makeBrokenLink,
      want: "there is no such file or folder",
    },
    { name: "a file of 1 GB", make: makeHuge, want: "it is larger than 64 MiB, the most this reads; split it" },
  ])("$name", async ({ make, want }) => {
    const { code, stdout } = await run([make()]);
    expect(stdout.trimEnd().split(": error: ")[1]).toBe(`Cannot read it: ${want}`);
    expect(code).toBe(2);
  });

  // Root may read everything, so that the command itself is run as nobody.
  test("a folder without permission", async ({ skip }) => {
    const path = dirname(write("closed/a.yaml", configMap));
    chmodSync(path, 0);
    try {
      const output = process.getuid?.() === 0 ? runAsNobody([path]) : (await run([path])).stdout;
      if (output === undefined) return skip("nobody may not run this checkout");
      expect(output.replace(`${folder}/`, "")).toBe(
        "closed: error: Cannot read it: permission is denied\n",
      );
    } finally {
      chmodSync(path, 0o700);
    }
  });

  test("and reads UTF-16 and a byte order mark", async () => {
    const utf16 = write("utf16.yaml", Buffer.from(`\ufeff${configMap}`, "utf16le"));
    expect((await run([utf16, write("bom.yaml", `\ufeff${configMap}`), "--summary"])).stdout).toMatch(
      /^2 objects: 2 valid/,
    );
  });
});

/** What the command prints as nobody; `undefined` where that user may not even ask for its version. */
function runAsNobody(args: readonly string[]): string | undefined {
  chmodSync(folder, 0o755);
  const bin = fileURLToPath(new URL("../bin.ts", import.meta.url));
  const start = (asked: readonly string[]) =>
    spawnSync(process.execPath, ["--conditions=@kubeschema/source", bin, ...asked], {
      ...{ uid: 65534, gid: 65534, encoding: "utf8", env: {} },
    });
  return start(["--version"]).status === 0 ? start(args).stdout : undefined;
}

function makePipe(): string {
  const path = join(folder, "pipes/pipe.yaml");
  rmSync(dirname(path), { recursive: true, force: true });
  mkdirSync(dirname(path));
  execFileSync("mkfifo", [path]);
  return path;
}

function makeBrokenLink(): string {
  const path = join(folder, "links");
  mkdirSync(path);
  symlinkSync("nowhere", join(path, "a.yaml"));
  return path;
}

function makeHuge(): string {
  const path = write("huge.yaml", "");
  truncateSync(path, 2 ** 30);
  return path;
}
