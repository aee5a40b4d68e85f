import type { SchemaStore } from "./schema-store.ts";

/** All that the command touches outside of itself. */
export interface World {
  /** The arguments after the command's own name. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  /** The package's version. */
  readonly version: string;
  /** Opens the built-in schemas; called only when one is needed. */
  openSchemas(): Promise<SchemaStore>;
  /** MiniSearch as one script that sets a global, with its licence. */
  readMiniSearch(): Promise<string>;
  /** Aborted when the user interrupts. */
  readonly signal?: AbortSignal;
  /** The text of a generated module such as `networking.k8s.io/v1.ts`; undefined where there is none. */
  readTypes(path: string): Promise<string | undefined>;
}

/** Where text goes. */
export interface TextSink {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}
