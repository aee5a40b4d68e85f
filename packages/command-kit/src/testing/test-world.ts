import type { Environment, Files, RunProcess, StopReason, World } from "../world.ts";

/** What a test puts in the place of the real world; what is not given is empty. */
export interface TestWorldOptions {
  readonly env?: Environment;
  /** Contents by path; `-` is stdin. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly stdin?: string | Uint8Array;
  /** Whether stdin, stdout and stderr are a terminal. */
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly now?: () => Date;
  readonly fetch?: typeof globalThis.fetch;
  readonly runProcess?: RunProcess;
}

/** A world that holds nothing but what a test gave, and what was written to it. */
export interface TestWorld extends World {
  readonly written: { stdout: string; stderr: string; readonly files: Map<string, Uint8Array> };
  /** Asks the command to end, also before it has begun. */
  readonly stop: (reason: StopReason) => void;
}

/** Makes a world of a few values. */
export function createTestWorld(args: readonly string[], options: TestWorldOptions = {}): TestWorld {
  const { env = {}, stdin = options.files?.["-"] ?? "", isTTY = false, columns } = options;
  const written = { stdout: "", stderr: "", files: new Map<string, Uint8Array>() };
  const output = (name: "stdout" | "stderr") => ({
    write: (text: string) => {
      written[name] += text;
      return true;
    },
    drained: () => Promise.resolve(true),
    isTTY,
    columns,
  });
  const stops: ((reason: StopReason) => void)[] = [];
  let asked: StopReason | undefined;
  return {
    args,
    env,
    stdin: Object.assign(streamOf(stdin), { isTTY }),
    stdout: output("stdout"),
    stderr: output("stderr"),
    now: options.now ?? (() => new Date("2026-06-01T00:00:00Z")),
    files: filesOf({ ...options.files, "-": stdin }, written.files),
    fetch: options.fetch ?? (() => Promise.reject(new TypeError("fetch failed"))),
    runProcess: options.runProcess ?? (() => Promise.reject(ioError("ENOENT"))),
    version: () => "1.2.3",
    onStop: (stop) => {
      if (asked === undefined) stops.push(stop);
      else stop(asked);
    },
    exit: (code) => {
      throw new Error(`The command asked to end at once with ${code}`);
    },
    written,
    stop: (reason) => {
      asked = reason;
      for (const stop of stops.splice(0)) stop(reason);
    },
  };
}

/** An error as Node throws it. */
export function ioError(code: string): Error {
  return Object.assign(new Error(`${code}: something of the system, open 'x'`), { code });
}

function filesOf(contents: Readonly<Record<string, string | Uint8Array>>, written: Map<string, Uint8Array>): Files {
  const readBytes = (path: string): Promise<Uint8Array> => {
    const content = Object.hasOwn(contents, path) ? contents[path] : undefined;
    return content === undefined ? Promise.reject(ioError("ENOENT")) : Promise.resolve(bytesOf(content));
  };
  return {
    readBytes,
    readText: async (path) => new TextDecoder().decode(await readBytes(path)),
    write: (path, bytes) => Promise.resolve(void written.set(path, bytes)),
    listFolder: (path) => {
      const names = Object.keys(contents).filter((name) => name.startsWith(`${path}/`));
      return Promise.resolve(names.length > 0 ? names : undefined);
    },
    exists: (path) =>
      Promise.resolve(Object.keys(contents).some((name) => name === path || name.startsWith(`${path}/`))),
  };
}

async function* streamOf(content: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytesOf(content);
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}
