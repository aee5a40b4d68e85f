import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
/** Where Deno runs this test, it runs itself in the place of any program called so. */
const isDeno = "Deno" in globalThis;
const node = isDeno ? "node" : process.execPath;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kubeschema-node-world-"));
  mkdirSync(join(folder, "src"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ version: "4.5.6", type: "module" }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes a program whose `main` has this body. */
function program(name: string, body: string): string {
  const path = join(folder, "src", `${name}.ts`);
  const kit = new URL("./node-world.ts", import.meta.url).href;
  writeFileSync(
    path,
    `import { runAsProcess } from "${kit}";\nconst options = { program: "shop", bin: import.meta.url, extra: { extra: 1 } };\nawait runAsProcess(async (world) => {\n${body}\n}, options);\n`,
  );
  return path;
}

function run(
  path: string,
  args: readonly string[] = [],
  input = "",
): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(node, [path, ...args], {
    input,
    encoding: "utf8",
  });
  return { code: status, stdout, stderr };
}

test("runAsProcess() hands in arguments, stdin, version and what is added, and ends with the exit code", () => {
  const path = program(
    "all",
    `const text = await world.files.readText("-");
world.stdout.write(JSON.stringify([world.args, text, world.version(), world.extra, await world.files.exists("/nowhere")]));
world.stderr.write("note");
return 1;`,
  );
  expect(run(path, ["a", "--b"], "in")).toEqual({
    code: 1,
    stdout: '[["a","--b"],"in","4.5.6",1,false]',
    stderr: "note",
  });
});

test("a reader that goes away is not an error, and does not change the exit code", () => {
  const path = program(
    "pipe",
    `for (let index = 0; index < 100; index++) {
  world.stdout.write("x".repeat(1 << 16));
  await world.stdout.drained();
}
return 1;`,
  );
  const script = `"$0" "$@" | head -c 1 > /dev/null; echo "\${PIPESTATUS[0]}"`;
  const { stdout, stderr } = spawnSync("bash", ["-c", script, node, path], {
    encoding: "utf8",
  });
  expect({ stdout, stderr }).toEqual({ stdout: "1\n", stderr: "" });
});

test.runIf(existsSync("/dev/full"))("output that cannot be written is an error in words", () => {
  const path = program("full", `world.stdout.write("x"); await world.stdout.drained(); return 0;`);
  const { status, stderr } = spawnSync("bash", ["-c", `"$0" "$@" > /dev/full`, node, path], {
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: "shop: Cannot write the output: there is no space left on the device\n",
  });
});

// Deno adds its handlers for signals later than it returns from adding them.
test.skipIf(isDeno).each(["SIGINT", "SIGTERM"] as const)(
  "onStop() hears %s, and the command ends by itself",
  async (signal) => {
    const path = program(
      signal,
      `const reason = await new Promise((resolve) => {
  world.onStop(resolve);
  world.stdout.write("ready");
  setTimeout(() => {}, 60_000).unref();
  process.stdin.resume();
});
world.stderr.write(reason);
return 7;`,
    );
    const child = spawn(node, [path], { stdio: ["pipe", "pipe", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (chunk: Buffer) => stderr += String(chunk));
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    child.stdout.once("data", () => child.kill(signal));
    // The command reads stdin, which keeps it alive until there is no more.
    child.stderr.once("data", () => child.stdin.end());
    expect(await ended).toBe(7);
    expect(stderr).toBe(signal);
  },
);

test("runProcess() gives output, exit code and the start of stderr, and stops what writes too much", () => {
  const path = program(
    "run",
    `const asked = { env: world.env, maxOutputBytes: 1000 };
const ok = await world.runProcess(process.execPath, ["-e", "console.log(1); console.error(2); process.exitCode = 3"], asked);
const long = await world.runProcess(process.execPath, ["-e", "setInterval(() => console.log('x'.repeat(5000)), 1)"], asked);
const missing = await world.runProcess("/nowhere/kubectl", [], asked).catch((error) => error.code);
world.stdout.write(JSON.stringify([ok.code, String(ok.stdout), ok.stderr, ok.isTooLong, long.isTooLong, missing]));
return 0;`,
  );
  expect(JSON.parse(run(path).stdout)).toEqual([3, "1\n", "2\n", false, true, "ENOENT"]);
});
