import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { describeWithApiServer, type Env, findBinaries } from "./mod.ts";
import { main } from "./main.ts";

async function run(args: readonly string[], env: Env): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: "", stderr: "" };
  const code = await main({
    args,
    env,
    stdout: (text) => {
      written.stdout += text;
    },
    stderr: (text) => {
      written.stderr += text;
    },
    signal: AbortSignal.abort(),
  });
  return { code, ...written };
}

test("main() prints help that opens with examples", async () => {
  const { code, stdout, stderr } = await run(["--help"], {});
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^Examples:\n {2}kubeschema-apiserver install\n/);
});

test.each([
  { args: [], want: "no command given. Try: kubeschema-apiserver --help" },
  { args: ["stop"], want: '"stop" is not a command. Try: kubeschema-apiserver --help' },
  { args: ["install", "now"], want: '"install now" is not a command. Try: kubeschema-apiserver --help' },
])("main() exits 2 on $args", async ({ args, want }) => {
  expect(await run(args, {})).toEqual({ code: 2, stdout: "", stderr: `kubeschema-apiserver: ${want}\n` });
});

test.each(["install", "start"])(
  "main() %s says what a wrong KUBEBUILDER_ASSETS lacks, in one line",
  async (command) => {
    const { code, stdout, stderr } = await run([command], { KUBEBUILDER_ASSETS: "/nonexistent" });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^kubeschema-apiserver: Cannot use KUBEBUILDER_ASSETS="\/nonexistent": .*\n$/);
  },
);

describeWithApiServer("kubeschema-apiserver", () => {
  test("install prints the folder that is there", async () => {
    const { code, stdout } = await run(["install"], process.env);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${findBinaries(process.env)}\n` });
  });

  test("start prints a kubeconfig, serves until SIGTERM and exits 0", async () => {
    const bin = fileURLToPath(new URL("./bin.ts", import.meta.url));
    const child = spawn(process.execPath, ["--conditions=@kubeschema/source", bin, "start"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    child.stdout.setEncoding("utf8");
    const [line] = await once(child.stdout, "data") as [string]; // setEncoding makes it a string
    const kubeconfig = line.trim();
    expect(existsSync(kubeconfig)).toBe(true);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(existsSync(kubeconfig)).toBe(false);
  });
});
