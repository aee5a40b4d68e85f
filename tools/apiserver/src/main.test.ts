import { programFaults, runInTestWorld, type TestRun } from "@kubeschema/command-kit/testing";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { describeWithApiServer, type Env, findBinaries } from "./mod.ts";
import { main, program } from "./main.ts";

/** Runs a command that was asked to end before it began. */
function run(args: readonly string[], env: Env): Promise<TestRun> {
  return runInTestWorld(
    (world) => {
      world.stop("SIGTERM");
      return main(world);
    },
    args,
    { env },
  );
}

test("the tables of kubeschema-apiserver have no fault", () => {
  expect(programFaults(program)).toEqual([]);
});

test.each([
  { args: [], want: 'No command is given: expected "install", "list" or "start". Try: kubeschema-apiserver --help' },
  { args: ["stop"], want: 'There is no command "stop". Try: kubeschema-apiserver --help' },
  { args: ["install", "now"], want: '"install" expects no arguments, found "now"' },
  { args: ["install", "--version", "new"], want: '--version expects a release such as 1.37, found "new"' },
  { args: ["install", "--with", "kubelet"], want: "--with expects kubectl or kube-controller-manager, or both" },
  { args: ["start", "--version", "1.9"], want: "Try: npx kubeschema-apiserver install --version 1.9" },
])("main() exits 2 on $args", async ({ args, want }) => {
  const { code, stdout, stderr } = await run(args, { HOME: "/nonexistent" });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain(want);
});

test.each(["install", "start"])(
  "main() %s says what a wrong KUBEBUILDER_ASSETS lacks, in one line",
  async (command) => {
    const { code, stdout, stderr } = await run([command], { KUBEBUILDER_ASSETS: "/nonexistent" });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^kubeschema-apiserver: Cannot use KUBEBUILDER_ASSETS="\/nonexistent": .*\n$/);
  },
);

test("main() install that is interrupted before it builds ends as shells know it, and leaves nothing", async () => {
  const home = mkdtempSync(join(tmpdir(), "kubeschema-main-"));
  try {
    const { code, stderr } = await run(["install", "--version", "1.37"], { HOME: home, PATH: process.env.PATH });
    // Where there is no Go, it would be downloaded.
    if (stderr.includes("building")) {
      expect({ code, stderr }).toEqual({ code: 143, stderr: expect.stringContaining("Cannot build etcd") });
    }
    expect(existsSync(join(home, ".cache/kubeschema/apiserver-1.37.2"))).toBe(false);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

test("main() list says how to get a server where there is none", async () => {
  const { code, stdout, stderr } = await run(["list"], { HOME: "/nonexistent" });
  expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
  expect(stderr).toBe(
    "kubeschema-apiserver: no etcd and kube-apiserver in /nonexistent/.cache/kubeschema. " +
      "Try: npx kubeschema-apiserver install\n",
  );
});

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
