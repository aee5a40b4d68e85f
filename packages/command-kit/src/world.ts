/** Where a command writes to. */
export interface OutputStream {
  /** False where the reader is slow, and `drained()` tells when it has caught up. */
  readonly write: (text: string) => unknown;
  /** Waits until the reader has taken what was written, unless that is little; false if nobody reads any more. */
  readonly drained?: () => Promise<boolean>;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** Where a command reads from. */
export interface InputStream extends AsyncIterable<Uint8Array> {
  readonly isTTY?: boolean | undefined;
}

/** The files of the machine. What they throw is Node's own; `describeIoError()` has the words for it. */
export interface Files {
  /** The text of a file; the path `-` means stdin. */
  readonly readText: (path: string) => Promise<string>;
  /** The same as bytes. */
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Paths of all files under a folder, or `undefined` if the path is not a folder. */
  readonly listFolder: (path: string) => Promise<readonly string[] | undefined>;
  /** Whether there is anything at a path. */
  readonly exists: (path: string) => Promise<boolean>;
}

/** How another program ended. */
export interface ProcessResult {
  /** `null` where a signal ended it. */
  readonly code: number | null;
  readonly stdout: Uint8Array;
  /** The start of what it wrote to stderr. */
  readonly stderr: string;
  /** Whether it was ended since it wrote more than was allowed. */
  readonly isTooLong: boolean;
}

/** Runs another program, without a shell and with nothing to read. It rejects where the program cannot start. */
export type RunProcess = (
  file: string,
  args: readonly string[],
  options: { readonly env: Environment; readonly maxOutputBytes: number },
) => Promise<ProcessResult>;

/** Variables of the environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The reasons for a command to end: a signal, or that its reader is gone. */
export type StopReason = "SIGINT" | "SIGTERM" | "SIGPIPE";

/** The outside world of a command. `createNodeWorld()` makes it from the real process, tests hand in their own. */
export interface World {
  /** The arguments after the command's own name. */
  readonly args: readonly string[];
  readonly env: Environment;
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly now: () => Date;
  readonly files: Files;
  readonly fetch: typeof globalThis.fetch;
  readonly runProcess: RunProcess;
  /** The version of the package. */
  readonly version: () => string;
  /**
   * Asks to be told once when the command is to end. Without it a signal ends the process at once; with it the command
   * has to end by itself, and a second signal ends the process.
   */
  readonly onStop: (stop: (reason: StopReason) => void) => void;
  /** Ends the process at once, for what cannot wait for pending work. */
  readonly exit: (code: number) => void;
}
