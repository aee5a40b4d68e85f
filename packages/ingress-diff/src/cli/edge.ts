import type { SnapshotFiles } from "./read-snapshot-texts.ts";

/** Where the command writes to. */
export interface OutputStream {
  readonly write: (text: string) => unknown;
  /** Waits until the reader has taken what was written; false if nobody reads any more. */
  readonly drained?: () => Promise<boolean>;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** The real world, handed in by `bin.ts`. */
export interface Edge {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly now: () => Date;
  readonly files: SnapshotFiles;
  /** Runs a module of the user's, such as a configuration in TypeScript. */
  readonly importModule: (path: string) => Promise<{ readonly default?: unknown }>;
  /** Calls `stop` when the command is to end: on Ctrl-C, or when nobody reads its output any more. */
  readonly onStop?: (stop: () => void) => void;
  readonly version: () => string;
  /** Path of the demo's snapshot. */
  readonly demoPath: string;
}
