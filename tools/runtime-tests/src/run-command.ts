import { spawn } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

/** The exit code and the output of a command. */
export interface CommandResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Settings of {@linkcode runCommand}. */
export interface CommandOptions {
  readonly cwd?: string;
  /** The environment of the command besides `PATH`; nothing of the test's own environment is passed on. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program to its end. */
export function runCommand(
  program: string,
  args: readonly string[],
  { cwd, env }: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const written = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name].setEncoding("utf8");
      child[name].on("data", (chunk: string) => {
        written[name] += chunk;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...written }));
  });
}

/** Runs the built binary of one of our packages, as a user's shell would. */
export function runBuilt(
  packageName: "ingress-diff" | "docs-generator",
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const bin = fileURLToPath(new URL(`../../../packages/${packageName}/dist/bin.js`, import.meta.url));
  return runCommand(process.execPath, [bin, ...args], options);
}
