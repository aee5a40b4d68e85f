/** Where the command writes to. */
export interface OutputStream {
  /** False where the reader is slow, and `drained()` tells when it has caught up. */
  readonly write: (text: string) => boolean;
  readonly isTTY?: boolean;
}

/** The outside world, as `bin.ts` hands it in. */
export interface World {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: AsyncIterable<Uint8Array> & { readonly isTTY?: boolean };
  readonly stdout: OutputStream;
  readonly drained: () => Promise<unknown>;
  readonly stderr: OutputStream;
  readonly now: () => number;
  readonly version: () => string;
  /** The module that a helper thread runs; without it there is one thread. */
  readonly entry?: URL;
}
