import { readFileSync } from "node:fs";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Writable } from "node:stream";
import { describeIoError } from "./describe-io-error.ts";
import { exitCode } from "./exit-code.ts";
import type { Files, InputStream, OutputStream, RunProcess, StopReason, World } from "./world.ts";

// Not from "node:process": that module reads every property of the process once, stdin and the list of Node's own flags
// among them, which takes longer than all else here.
const { process } = globalThis;

/** As much may wait for its reader: with less a fast one would be waited for at every turn. */
const waitingLimitBytes = 1 << 20;

/** What stderr of another program may tell us. */
const maxProblemLength = 4096;

/** What `runAsProcess()` has to know. */
export interface ProcessOptions<Extra extends object> {
  /** The program's name. */
  readonly program: string;
  /** `import.meta.url` of a module one folder below the package, as `src/bin.ts` and `dist/bin.js` are. */
  readonly bin: string;
  /** The additional parts of the command's own world. */
  readonly extra: Extra;
}

/** Runs a command in the world of this process, which ends with the command's exit code. */
export async function runAsProcess<Extra extends object>(
  main: (world: World & Extra) => Promise<number>,
  { program, bin, extra }: ProcessOptions<Extra>,
): Promise<void> {
  // Spread, the getter of stdin would be called.
  process.exitCode = await main(Object.assign(createNodeWorld(program, bin), extra));
}

/**
 * Makes the world of this process. A reader that has gone, as with `| head`, is not an error: nothing more is written,
 * and the exit code is what it would have been.
 */
function createNodeWorld(program: string, bin: string): World {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") return;
      process.stderr.write(`${program}: Cannot write the output: ${describeIoError(error)}\n`);
      process.exit(exitCode.unknown);
    });
  }
  return {
    args: process.argv.slice(2),
    env: process.env,
    // To open stdin costs time, and most runs do without.
    get stdin(): InputStream {
      return process.stdin;
    },
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    now: () => new Date(),
    files,
    fetch: (...request) => globalThis.fetch(...request),
    runProcess,
    version: () => {
      const manifest: unknown = JSON.parse(readFileSync(new URL("../package.json", bin), "utf8"));
      return (manifest as { readonly version: string }).version; // Our own package.json, which npm requires to have one.
    },
    onStop,
    exit: (code) => process.exit(code),
  };
}

function outputOf(stream: NodeJS.WriteStream): OutputStream {
  return {
    write: (text) => stream.destroyed || stream.write(text),
    drained: () => drained(stream),
    isTTY: stream.isTTY,
    // A terminal can change its width.
    get columns() {
      return stream.columns;
    },
  };
}

/** Waits until a stream has passed on what was written to it, unless that is little; false if it is closed. */
export function drained(stream: Writable): Promise<boolean> {
  if (stream.destroyed || stream.writableLength < waitingLimitBytes) return Promise.resolve(!stream.destroyed);
  return new Promise((resolve) => {
    const done = (): void => {
      stream.off("drain", done).off("close", done);
      resolve(!stream.destroyed);
    };
    stream.on("drain", done).on("close", done);
  });
}

function onStop(stop: (reason: StopReason) => void): void {
  let isStopped = false;
  const once = (reason: StopReason) => (): void => {
    if (!isStopped) stop(reason);
    isStopped = true;
  };
  process.once("SIGINT", once("SIGINT"));
  process.once("SIGTERM", once("SIGTERM"));
  process.stdout.once("error", once("SIGPIPE"));
}

const files: Files = {
  readText: async (path) => new TextDecoder().decode(await files.readBytes(path)),
  readBytes: async (path) =>
    path === "-" ? (await import("node:stream/consumers")).buffer(process.stdin) : readFile(path),
  write: (path, bytes) => writeFile(path, bytes),
  listFolder: async (path) => {
    if (!(await stat(path)).isDirectory()) return undefined;
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  },
  exists: (path) => stat(path).then(() => true, () => false),
};

/** Runs another program for real; tests of what asks kubectl take it. */
export const runProcess: RunProcess = async (file, args, { env, maxOutputBytes }) => {
  // Most runs need no other process, and start faster without the module.
  const { spawn } = await import("node:child_process");
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    let [length, stderr] = [0, ""];
    child.stdout.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxOutputBytes) child.kill();
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      if (stderr.length < maxProblemLength) stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout: Buffer.concat(chunks), stderr, isTooLong: length > maxOutputBytes });
    });
  });
};
