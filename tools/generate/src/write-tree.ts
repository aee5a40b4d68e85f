import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One file to write; text or bytes. */
export interface TreeFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/**
 * Replaces a folder with the given files: they are written next to it, then swapped in, so that an interruption leaves
 * the old one.
 */
export function writeTree(folder: string, files: readonly TreeFile[]): void {
  const temporary = `${folder}.${process.pid}`;
  try {
    mkdirSync(temporary, { recursive: true });
    for (const parent of new Set(files.map(({ path }) => dirname(join(temporary, path))))) {
      mkdirSync(parent, { recursive: true });
    }
    for (const { path, text } of files) writeFileSync(join(temporary, path), text);
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
