import { spawnSync } from "node:child_process";

/** What kubectl makes of a text: its values, or those before the one that it refuses. */
export interface Answer {
  readonly values: readonly unknown[];
  readonly error?: string;
  /** A key is repeated, which kubectl takes and strict decoding refuses. */
  readonly isRepeated?: boolean;
}

const mostBytes = 1024 * 1024 * 1024;

/** Asks the referee about texts, all at once. */
export function askReferee(path: string, texts: readonly string[]): readonly Answer[] {
  const input = Buffer.concat(texts.flatMap((text) => {
    const bytes = Buffer.from(text);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(bytes.length);
    return [size, bytes];
  }));
  const { status, stdout, stderr, error } = spawnSync(path, { input, maxBuffer: mostBytes });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`Cannot ask the referee: ${String(stderr).slice(0, 2000)}`);
  return String(stdout).trimEnd().split("\n").map((line): Answer => JSON.parse(line));
}
