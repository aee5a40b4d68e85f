import { describe, expect, test } from "vitest";
import { kubernetesVersionFlag } from "./flag.ts";
import { defineCommand } from "./program.ts";
import { runProgram } from "./run-program.ts";
import { runInTestWorld, type TestRun } from "./testing/run-in-test-world.ts";
import { programFaults } from "./testing/program-faults.ts";
import { shop } from "./testing/shop-program.ts";
import type { TestWorldOptions } from "./testing/test-world.ts";

const { defaultCommand: _, ...shopWithoutDefault } = shop;

function run(args: readonly string[], options: TestWorldOptions = {}): Promise<TestRun> {
  return runInTestWorld((world) => runProgram(shop, world), args, options);
}

const defaults = { output: "text", allNamespaces: false, strict: true, skip: [], asGroup: [] };

describe("runProgram() gives a command its options", () => {
  test.each([
    { args: [], want: {} },
    { args: ["list"], want: {} },
    { args: ["-A"], want: { allNamespaces: true } },
    { args: ["-o", "json"], want: { output: "json" } },
    { args: ["-ojson"], want: { output: "json" } },
    { args: ["-o=json"], want: { output: "json" } },
    { args: ["--output=json"], want: { output: "json" } },
    { args: ["--output", "wide", "-o", "json"], want: { output: "json" } },
    { args: ["-o", "pretty"], want: {} },
    { args: ["-Aojson"], want: { allNamespaces: true, output: "json" } },
    { args: ["--all-namespaces=false"], want: {} },
    { args: ["--strict=false"], want: { strict: false } },
    { args: ["--no-strict"], want: { strict: false } },
    { args: ["--strict"], want: {} },
    { args: ["--skip", "a, b,,", "--skip=c"], want: { skip: ["a", "b", "c"] } },
    { args: ["--within", "1m30s"], want: { within: 90_000 } },
    { args: ["--kubernetes-version", "1.36.2"], want: { kubernetesVersion: "v1.36" } },
    { args: ["--as-group", "a", "--as-group=b", "--context", "-1"], want: { asGroup: ["a", "b"], context: "-1" } },
    { args: ["soap", "--", "-A", "copy"], want: {}, operands: ["soap", "-A", "copy"] },
    { args: ["-", "soap"], want: {}, operands: ["-", "soap"] },
    { args: ["-o", "json", "list", "copy"], want: { output: "json" }, operands: ["copy"] },
    { args: ["--context", "copy", "soap"], want: { context: "copy" }, operands: ["soap"] },
  ])("$args", async ({ args, want, operands = [] }) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "a note\n" });
    expect(JSON.parse(stdout)).toEqual({ options: { ...defaults, ...want }, operands });
  });
});

describe("runProgram() says in one line what is wrong", () => {
  test.each([
    { args: ["--nope"], want: 'There is no flag "--nope". Try: shop --help' },
    { args: ["list", "--nope"], want: 'There is no flag "--nope". Try: shop list --help' },
    { args: ["--outptu", "json"], want: 'There is no flag "--outptu" (did you mean "--output"?). Try: shop --help' },
    { args: ["-x"], want: 'There is no flag "-x". Try: shop --help' },
    { args: ["-output"], want: 'There is no flag "-output" (did you mean "--output"?)' },
    { args: ["copy", "-A"], want: '"copy" does not take -A; "list" does. Try: shop copy --help' },
    { args: ["-o"], want: "-o expects text, json or wide, found nothing. Try: shop --help" },
    { args: ["-o", "--context", "a"], want: "-o expects text, json or wide, found nothing" },
    { args: ["--output="], want: "--output expects text, json or wide, found nothing" },
    { args: ["--output=jsno"], want: '--output expects text, json or wide, found "jsno" (did you mean "json"?)' },
    { args: ["-o", "xml", "-o", "json"], want: '-o expects text, json or wide, found "xml"' },
    { args: ["-A=maybe"], want: '-A expects true or false, found "maybe"' },
    { args: ["--within", "0"], want: '--within expects a time span such as 30s, found "0"' },
    { args: ["--kubernetes-version", "new"], want: '--kubernetes-version expects a release such as 1.36, found "new"' },
    { args: ["--context", ""], want: "--context expects a value, found nothing" },
    { args: ["copy", "soap", "--out"], want: "--out expects a file, found nothing" },
    { args: ["copy"], want: '"copy" expects one thing, found nothing. Try: shop copy --help' },
    { args: ["copy", "a", "b"], want: '"copy" expects one thing, found "a" and "b"' },
    { args: ["list", ""], want: '"list" expects names, found an empty argument' },
    { args: ["-A", "--context", "none"], want: "-A does not go with --context none. Try: shop --help" },
    { args: ["cpoy"], want: 'There is no command "cpoy" (did you mean "copy"?). Try: shop list cpoy, if it is' },
    { args: ["verison"], want: 'There is no command "verison" (did you mean "version"?)' },
    { args: ["help", "cpoy"], want: 'There is no command "cpoy" (did you mean "copy"?). Try: shop help --help' },
    { args: ["help", "copy", "list"], want: '"help" expects one command, found "copy" and "list"' },
    { args: ["completion"], want: '"completion" expects bash, zsh or fish, found nothing' },
    {
      args: ["completion", "bahs"],
      want: '"completion" expects bash, zsh or fish, found "bahs" (did you mean "bash"?)',
    },
    { args: ["completion", "--context", "a"], want: '"completion" does not take --context; "list" does' },
    { args: ["\u001b[2J", "--\u202e"], want: 'There is no flag "--\\u{202e}"' },
  ])("$args", async ({ args, want }) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^shop: [^\n]+\. Try: [^\n]+\n$/);
    expect(stderr).toContain(`shop: ${want}`);
  });

  test("and takes what is nearly a command for an argument where it is one", async () => {
    const { code, stdout } = await run(["cpoy"], { files: { cpoy: "" } });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).operands).toEqual(["cpoy"]);
  });

  test("and names the command that does what a flag was expected to do", async () => {
    const program = { ...shop, commandsForFlags: { "--copy": "copy", "-c": "copy", "--out": "copy" } };
    const given = async (...args: readonly string[]) =>
      (await runInTestWorld((world) => runProgram(program, world), args)).stderr;
    expect(await given("--copy")).toBe(
      'shop: "list" does not take --copy: the command "copy" does that. Try: shop copy --help\n',
    );
    expect(await given("-c")).toContain('"list" does not take -c: the command "copy" does that');
    expect(await given("--out", "a")).toContain('"list" does not take --out: the command "copy" does that');
    expect(await given("copy", "--copy")).toBe('shop: There is no flag "--copy". Try: shop copy --help\n');
  });

  test("and takes the name of the only command for an argument", async () => {
    const { list } = shop.commands;
    if (list === undefined) throw new Error("The example has it");
    const single = { ...shop, commands: { list } };
    const given = (...args: readonly string[]) => runInTestWorld((world) => runProgram(single, world), args);
    expect(JSON.parse((await given("list")).stdout).operands).toEqual(["list"]);
    expect((await given("list", "")).stderr).toBe(
      "shop: Expected names, found an empty argument. Try: shop --help\n",
    );
    expect((await given("hepl")).stderr).toContain("Try: shop -- hepl, if it is an argument");
    expect((await given("help", "list")).stderr).toContain('There is no command "list"');
    expect((await given("--help")).stdout).toContain("Usage: shop [NAME...] [flags]\n\nCommands:\n  completion");
  });

  test("and wants a command where there is no default", async () => {
    const given = (...args: readonly string[]) =>
      runInTestWorld((world) => runProgram(shopWithoutDefault, world), args);
    expect((await given()).stderr).toBe(
      'shop: No command is given: expected "list" or "copy". Try: shop --help\n',
    );
    expect((await given("soap")).stderr).toBe('shop: There is no command "soap". Try: shop --help\n');
    expect((await given("cpoy", "-h")).code).toBe(0);
    expect((await given("copy", "x")).code).toBe(1);
  });
});

describe("runProgram()", () => {
  test("prints the version and help, whatever else is there", async () => {
    for (const args of [["--version"], ["-v"], ["version"], ["--nope", "-v"], ["copy", "--version"]]) {
      expect(await run(args)).toMatchObject({ code: 0, stdout: "1.2.3\n", stderr: "" });
    }
    const [help, ofCopy] = [await run(["--help"]), await run(["help", "copy"])];
    expect(help).toMatchObject({ code: 0, stderr: "" });
    for (const args of [["-h"], ["help"], ["--nope", "-h"], ["cpoy", "--help"], ["help", "help"]]) {
      expect(await run(args)).toEqual(help);
    }
    for (const args of [["copy", "-h"], ["--help", "copy", "a", "b"], ["copy", "--nope", "--help"]]) {
      expect(await run(args)).toEqual(ofCopy);
    }
    expect(ofCopy.stdout).not.toBe(help.stdout);
    expect(JSON.parse((await run(["--", "--help"])).stdout).operands).toEqual(["--help"]);
  });

  test("leaves --version to a program that means the version of something else by it", async () => {
    const build = defineCommand<{ readonly version?: string }>({
      summary: "build it",
      flags: { version: kubernetesVersionFlag({ help: "of the server" }) },
      run: ({ version }, { world }) => {
        world.stdout.write(`${version}\n`);
        return Promise.resolve(0);
      },
    });
    const commands = { build, ...shop.commands };
    const program = { ...shop, commands, examples: ["shop build --version 1.36", "shop --version 1.36 build"] };
    expect(programFaults(program)).toEqual([]);
    const given = (...args: string[]): Promise<TestRun> => runInTestWorld((world) => runProgram(program, world), args);
    expect(await given("--version", "1.36", "build")).toMatchObject({ code: 0, stdout: "v1.36\n" });
    expect((await given("version")).stdout).toBe("1.2.3\n");
    expect((await given("build", "-v")).stderr).toContain('There is no flag "-v"');
    expect((await given("copy", "--version", "1")).stderr).toContain('"copy" does not take --version; "build" does');
    expect((await given("build", "-h")).stdout).not.toContain("print the version");
  });

  test("prints nothing but errors with -q", async () => {
    expect(await run(["-q"])).toMatchObject({ code: 0, stderr: "" });
    expect((await run(["-q", "copy", "soap", "--out", "a"])).stderr).toContain("Cannot copy");
  });

  test("puts an error on one line, lets a command report one, and shows the stack with DEBUG=1 only", async () => {
    const args = ["copy", "soap", "--out", "a"];
    const shown = 'shop: Cannot copy "soap" to "a". Try: DEBUG=1, which shows where it happened\n';
    expect(await run(args)).toMatchObject({ code: 1, stderr: shown });
    expect((await run(args, { env: { DEBUG: "1" } })).stderr).toMatch(/\n {4}at /);
    expect((await run(["copy", "bug"])).stderr).toBe(
      "shop: x is undefined. Try: DEBUG=1, which shows where it happened\n",
    );
  });
});

test("programFaults() finds none in a program that is right, and what is wrong in others", () => {
  expect(programFaults(shop)).toEqual([]);
  const { list, copy } = shop.commands;
  if (list === undefined || copy === undefined) throw new Error("The example has both");
  const broken = {
    ...list,
    flags: { ...list.flags, help: { help: "x.", read: () => 1 }, out: { short: "o", help: "x", read: () => 1 } },
  };
  const commands = { list: broken, copy, version: copy };
  expect(programFaults({ ...shop, examples: ["shop --nope"], commands, commandsForFlags: { "--buy": "buy" } }))
    .toEqual([
      '"buy", which is to do what --buy would do, is not a command',
      '"version" is a command that every program has',
      "help opens with fewer than two examples",
      '"list" has --help, which every command has',
      '"list" has two flags -o',
      'the help of --help of "list" is empty or ends with a period',
      "-o takes a value in one command and none in another",
      "--out takes a value in one command and none in another",
      'the example "shop --nope" is refused: There is no flag "--nope"',
    ]);
});
