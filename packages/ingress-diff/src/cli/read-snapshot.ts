import type { SnapshotSource } from "../observe/snapshot-objects.ts";
import { howToDump } from "./how-to-dump.ts";
import { type ReadableFiles, readTexts, type SourceText } from "./read-texts.ts";

/** For people, such as `snapshot monday.json`. */
export function nameOfSnapshot(path: string): string {
  return path === "-" ? "stdin" : `snapshot ${path}`;
}

/**
 * Reads the texts of a snapshot.
 *
 * @throws {CommandError} If something cannot be read.
 */
export function readSnapshotTexts(path: string, files: ReadableFiles): Promise<readonly SourceText[]> {
  return readTexts(path, files, howToDump);
}

/**
 * Reads what {@linkcode readSnapshotTexts} reads, to be decoded when it is looked at.
 *
 * @throws {CommandError} As that does.
 */
export async function readSnapshotSources(path: string, files: ReadableFiles): Promise<readonly SnapshotSource[]> {
  const texts = await readSnapshotTexts(path, files);
  const { decodeSnapshot } = await import("./decode-snapshot.ts");
  return texts.map(decodeSnapshot);
}
