import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommandResult, runCommand } from "./run-command.ts";

/** The arguments for the same event in each command. */
interface FrontDoor {
  readonly command: string;
  readonly package: string;
  /** The command with the help of the flags: of the command below, if it is named. */
  readonly flagHelp: string;
  /** Arguments that read a file or folder. */
  readonly read: (path: string) => readonly string[];
  /** The hint if it cannot be read. */
  readonly readHint?: string;
  /** The same from stdin; absent if stdin is not read. */
  readonly readStdin?: readonly string[];
  /** Arguments before a flag. */
  readonly flags: readonly string[];
  /** A misspelt flag, and the right one. */
  readonly nearFlag: readonly [written: string, meant: string];
  /** A flag with choices, what it expects, and a misspelt choice. */
  readonly choice: readonly [flag: string, expects: string, near: string, meant: string];
  /** A flag that takes a file, without it. */
  readonly fileFlag: string;
  /** Whether there is a flag for a release of Kubernetes. */
  readonly takesRelease: boolean;
  /** A misspelt command, and the right one. */
  readonly nearCommand: readonly [written: string, meant: string];
  /** Arguments that print much more than the buffer of a pipe, or at least something. */
  readonly print: readonly string[];
}

const frontDoors: readonly FrontDoor[] = [
  {
    command: "kubeschema-codegen",
    package: "codegen",
    flagHelp: "kubeschema-codegen types --help",
    read: (path) => ["types", "--from", path],
    readStdin: ["types", "--from", "-"],
    flags: ["types"],
    nearFlag: ["--form", "--from"],
    choice: ["--style", "closed or open", "opne", "open"],
    fileFlag: "--kubeconfig",
    takesRelease: true,
    nearCommand: ["typse", "types"],
    print: ["completion", "bash"],
  },
  {
    command: "kubeschema-docs",
    package: "docs-generator",
    flagHelp: "kubeschema-docs build --help",
    read: (path) => ["build", "--out", "never-written", "--from", path],
    flags: ["build", "--out", "never-written"],
    nearFlag: ["--fromat", "--format"],
    choice: ["--format", "html, markdown, seed or json", "jsno", "json"],
    fileFlag: "--kubeconfig",
    takesRelease: true,
    nearCommand: ["biuld", "build"],
    print: ["page", "Pod"],
  },
  {
    command: "kubeschema-validate",
    package: "validators",
    flagHelp: "kubeschema-validate --help",
    read: (path) => ["--crds", path, "valid.yaml"],
    readStdin: ["--crds", "-", "valid.yaml"],
    flags: ["valid.yaml"],
    nearFlag: ["--outptu", "--output"],
    choice: ["-o", "text, json, junit, sarif, github or tap", "jsno", "json"],
    fileFlag: "--crds",
    takesRelease: true,
    nearCommand: ["verison", "version"],
    print: ["valid.yaml", "--verbose"],
  },
  {
    command: "ingress-diff",
    package: "ingress-diff",
    flagHelp: "ingress-diff --help",
    read: (path) => ["--snapshot", path],
    readHint: "kubectl get ingresses,ingressclasses,services,endpointslices,secrets -A -o yaml > snapshot.yaml",
    readStdin: ["--snapshot", "-"],
    flags: [],
    nearFlag: ["--outptu", "--output"],
    choice: [
      "-o",
      "text, wide, json, yaml, ndjson, markdown, html, sarif, junit, github or prometheus",
      "jsno",
      "json",
    ],
    fileFlag: "--snapshot",
    takesRelease: false,
    nearCommand: ["snapshto", "snapshot"],
    print: ["demo", "--exit-zero", "-o", "json"],
  },
];

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kubeschema-front-door-"));
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, "none"));
  write("none/notes.txt", "hi");
  write("valid.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n");
  write("latin.yaml", Uint8Array.of(0x61, 0x3a, 0x20, 0xe4));
  write("template.yaml", "kind: {{ .Values.kind }}\n");
  write("closed.yaml", "kind: A\n");
  chmodSync(join(folder, "closed.yaml"), 0);
  // The commands are run as the user nobody there, who needs access.
  chmodSync(folder, 0o755);
  symlinkSync("circle.yaml", join(folder, "circle.yaml"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function binOf({ package: name, command }: FrontDoor): string {
  return fileURLToPath(new URL(`../../../packages/${name}/bin/${command}.js`, import.meta.url));
}

function run(door: FrontDoor, args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  return runCommand(process.execPath, [binOf(door), ...args], { cwd: folder, env: { PATH: "/nowhere", ...env } });
}

/** One line on stderr, code 2, and nothing on stdout. */
function expectRefusal(
  { code, stdout, stderr }: CommandResult,
  { command }: FrontDoor,
  message: string,
  hint?: string,
): void {
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  const tail = hint === undefined ? "" : `. Try: ${hint}`;
  expect(stderr).toBe(`${command}: ${message}${tail}\n`);
}

describe.each(frontDoors)("$command", (door) => {
  test.each([
    { name: "a file that does not exist", path: "gone.yaml", want: "there is no such file or folder" },
    { name: "a path below a file", path: "valid.yaml/a.yaml", want: "a part of its path is not a folder" },
    { name: "a link that leads in a circle", path: "circle.yaml", want: "it is a link that leads in a circle" },
    { name: "a name that is too long", path: `${"x".repeat(300)}.yaml`, want: "its name is too long" },
    { name: "a folder without a manifest", path: "none", want: "the folder has no .yaml, .yml or .json file" },
    { name: "text that is not UTF-8", path: "latin.yaml", want: "it is not valid UTF-8" },
  ])("says why it cannot read $name", async ({ path, want }) => {
    expectRefusal(await run(door, door.read(path)), door, `Cannot read "${path}": ${want}`, door.readHint);
  });

  test("says that a template has to be rendered", async () => {
    const { code, stdout, stderr } = await run(door, door.read("template.yaml"));
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain('Cannot read "template.yaml');
    expect(stderr).toContain("it looks like a template: render it first");
  });

  // Root may read everything, so that the command is run as nobody there.
  test("says that permission is denied", ({ skip }) => {
    const isRoot = process.getuid?.() === 0;
    const start = (args: readonly string[]) =>
      spawnSync(process.execPath, [binOf(door), ...args], {
        ...{ cwd: folder, encoding: "utf8", env: {} },
        ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
      });
    if (start(["--version"]).status !== 0) return skip("nobody may not run this checkout");
    const { status, stdout, stderr } = start(door.read("closed.yaml"));
    const message = 'Cannot read "closed.yaml": permission is denied';
    expectRefusal({ code: status, stdout, stderr }, door, message, door.readHint);
  });

  test("says that stdin has nothing of use", async ({ skip }) => {
    if (door.readStdin === undefined) return skip("it reads no stdin");
    const { code, stdout, stderr } = await run(door, door.readStdin);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("stdin");
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });

  test("says what is wrong with a flag, and what was meant", async () => {
    const refused = async (args: readonly string[], message: string): Promise<void> =>
      expectRefusal(await run(door, [...door.flags, ...args]), door, message, door.flagHelp);
    const [written, meant] = door.nearFlag;
    const [flag, expects, near, choice] = door.choice;
    await refused(["--no-such-flag"], 'There is no flag "--no-such-flag"');
    await refused([written, "x"], `There is no flag "${written}" (did you mean "${meant}"?)`);
    await refused([flag, "xml"], `${flag} expects ${expects}, found "xml"`);
    await refused([flag, near], `${flag} expects ${expects}, found "${near}" (did you mean "${choice}"?)`);
    await refused([flag], `${flag} expects ${expects}, found nothing`);
    await refused([flag, ""], `${flag} expects ${expects}, found nothing`);
    await refused(["--quiet=maybe"], '--quiet expects true or false, found "maybe"');
    if (door.takesRelease) {
      const release = "--kubernetes-version expects a release such as 1.36";
      await refused(["--kubernetes-version", "newest"], `${release}, found "newest"`);
      await refused(["--kubernetes-version"], `${release}, found nothing`);
    }
    const { code, stderr } = await run(door, [...door.flags, door.fileFlag]);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      new RegExp(`^${door.command}: ${door.fileFlag} expects a file\\b.*, found nothing\\. Try: `),
    );
  });

  test("takes a release however it is written", async ({ skip }) => {
    if (!door.takesRelease) return skip("it has no flag for one");
    for (const release of ["1.35", "v1.35", "1.35.2"]) {
      // The fault appears only after the command line has been understood.
      const { stderr } = await run(door, [...door.read("gone.yaml"), "--kubernetes-version", release]);
      expect(stderr).toBe(`${door.command}: Cannot read "gone.yaml": there is no such file or folder\n`);
    }
  });

  test("says which command was meant", async () => {
    const [written, meant] = door.nearCommand;
    const message = `There is no command "${written}" (did you mean "${meant}"?)`;
    const { code, stdout, stderr } = await run(door, [written]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.startsWith(`${door.command}: ${message}. Try: `)).toBe(true);
    expectRefusal(await run(door, ["help", written]), door, message, `${door.command} help --help`);
    expectRefusal(
      await run(door, ["completion", "tcsh"]),
      door,
      '"completion" expects bash, zsh or fish, found "tcsh"',
      `${door.command} completion --help`,
    );
  });

  test("prints the same help and version, however they are requested", async () => {
    const [version, help] = [await run(door, ["--version"]), await run(door, ["--help"])];
    expect(version).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/) });
    expect(help).toMatchObject({ code: 0, stderr: "" });
    for (const args of [["-v"], ["version"]]) expect(await run(door, args)).toEqual(version);
    for (const args of [["-h"], ["help"]]) expect(await run(door, args)).toEqual(help);
    const examples = /^Examples:\n((?: {2}.+\n){2,})\n/.exec(help.stdout)?.[1]?.trimEnd().split("\n") ?? [];
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) expect(example).toContain(`${door.command} `);
    expect(help.stdout).toMatch(/\nExit code: 0 .*, 2 /);
  });

  test("fits its help to the terminal", async () => {
    const { stdout } = await run(door, ["--help"], { COLUMNS: "60" });
    const words = stdout.split("\n\n").slice(1).join("\n\n").split("\n").filter((line) => !line.startsWith("Usage"));
    expect(words.filter((line) => line.length > 60)).toEqual([]);
  });

  test.each(["bash", "zsh", "fish"])("writes a completion for %s", async (shell) => {
    const { code, stdout, stderr } = await run(door, ["completion", shell]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(door.command);
  });

  test("shows a stack with DEBUG=1 only", async () => {
    const args = door.read("gone.yaml");
    expect((await run(door, args)).stderr).not.toMatch(/\n\s+at /);
    const { code, stderr } = await run(door, args, { DEBUG: "1" });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^[^\n]+\n[^\n]+\n\s+at /);
  });

  test("ends silently when its reader has gone, and keeps its exit code", async () => {
    for (const reader of ["true", "head -c 1"]) {
      const script = `"$0" "$@" | ${reader} > /dev/null; echo "\${PIPESTATUS[0]}"`;
      const args = ["-c", script, process.execPath, binOf(door), ...door.print];
      expect(await runCommand("bash", args, { cwd: folder })).toEqual({ code: 0, stdout: "0\n", stderr: "" });
    }
  });

  test.runIf(existsSync("/dev/full"))("says that its output cannot be written", async () => {
    const args = ["-c", `"$0" "$@" > /dev/full`, process.execPath, binOf(door), ...door.print];
    expectRefusal(
      await runCommand("bash", args, { cwd: folder }),
      door,
      "Cannot write the output: there is no space left on the device",
    );
  });
});
