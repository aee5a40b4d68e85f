import { spawn } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

/** One run of a command. */
export interface Run {
  readonly wallMs: number;
  readonly stdout: string;
}

/**
 * Runs a command to its end and measures the time.
 *
 * @throws {Error} If it fails: a failed run has no time.
 */
export function run(
  program: string,
  args: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let wallMs = 0;
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr += chunk;
    });
    child.on("error", reject);
    child.on("exit", () => {
      wallMs = performance.now() - start;
    });
    child.on("close", (code) => {
      if (code === 0) resolve({ wallMs, stdout });
      else reject(new Error(`Cannot measure "${program} ${args.join(" ")}": exit code ${code}\n${stdout}${stderr}`));
    });
  });
}

/**
 * Runs a command and returns the peak memory of the largest Node process in it, in bytes.
 *
 * Every Node process of the command writes its own peak into a file when it ends. The path of that file is part of the
 * URL of the module that writes it, because Turborepo does not pass our environment variables on to its tasks.
 */
export async function runWithMemory(
  program: string,
  args: readonly string[],
  { cwd }: { readonly cwd: string },
): Promise<Run & { readonly peakBytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), "kubeschema-bench-"));
  try {
    const recorder = new URL("./record-memory.mjs", import.meta.url);
    recorder.searchParams.set("folder", folder);
    const options = [process.env.NODE_OPTIONS, `--import=${recorder.href}`].filter(Boolean).join(" ");
    const result = await run(program, args, { cwd, env: { NODE_OPTIONS: options } });
    const files = await readdir(folder);
    if (files.length === 0) throw new Error(`Cannot measure the memory of "${program}": no Node process reported it`);
    const peaks = await Promise.all(files.map(async (file) => Number(await readFile(join(folder, file), "utf8"))));
    return { ...result, peakBytes: Math.max(...peaks) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
