import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { OutputFile } from "../output-file.ts";
import { cannotWrite, CommandError, reasonOf } from "@kubeschema/command-kit";

/** The file that marks a folder as ours: it lists what was written, so that only that is ever removed. */
export const markerName = ".kubeschema-codegen.json";

/** The changes to the folder. */
export interface WriteResult {
  /** Files of an earlier run that are no longer generated. */
  readonly removed: readonly string[];
}

/**
 * Writes files into a folder: first all of them next to it, then each is moved into place, so that a failure leaves the
 * folder unchanged. Files that are not ours are never removed; a folder that has some and no marker is refused.
 *
 * @throws {CommandError} If the folder is refused, or cannot be written.
 */
export function writeOutput(
  folder: string,
  files: readonly OutputFile[],
  { force }: { readonly force: boolean },
): WriteResult {
  for (const { path } of files) checkPath(path);
  const target = resolve(folder);
  const before = readMarker(target, folder, force);
  const paths = files.map(({ path }) => path);
  const marker = `${JSON.stringify({ version: 1, files: paths }, null, 2)}\n`;
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    for (const { path, text } of [...files, { path: markerName, text: marker }]) {
      mkdirSync(dirname(join(temporary, path)), { recursive: true });
      writeFileSync(join(temporary, path), text);
    }
    if (!existsSync(target)) {
      renameSync(temporary, target);
      return { removed: [] };
    }
    for (const path of [...paths, markerName]) {
      mkdirSync(dirname(join(target, path)), { recursive: true });
      renameSync(join(temporary, path), join(target, path));
    }
    const removed = before.filter((path) => !paths.includes(path) && existsSync(join(target, path)));
    for (const path of removed) rmSync(join(target, path));
    for (const path of removed) removeEmptyFolders(target, dirname(path));
    return { removed };
  } catch (cause) {
    throw cannotWrite(folder, cause);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

/** The files that an earlier run wrote. */
function readMarker(target: string, folder: string, force: boolean): readonly string[] {
  const info = lstatSync(target, { throwIfNoEntry: false });
  if (info === undefined) return [];
  if (!info.isDirectory()) throw new CommandError(`Cannot write to "${folder}": it is not a folder`);
  const file = join(target, markerName);
  if (existsSync(file)) return listedFiles(file, folder);
  if (force || readdirSync(target).length === 0) return [];
  throw new CommandError(`Cannot write to "${folder}": it holds files that this command did not write`, {
    hint: "a new folder, or --force, which keeps them",
  });
}

function listedFiles(file: string, folder: string): readonly string[] {
  let marker: unknown;
  try {
    marker = JSON.parse(readFileSync(file, "utf8"));
  } catch (cause) {
    throw new CommandError(`Cannot read "${markerName}" in "${folder}": ${reasonOf(cause)}`, {
      cause,
      hint: "remove that file, and use --force",
    });
  }
  const files: unknown = typeof marker === "object" && marker !== null && "files" in marker ? marker.files : undefined;
  // A path that this command would not write was not written by it.
  return Array.isArray(files) ? files.filter((path) => typeof path === "string" && isSafePath(path)) : [];
}

function removeEmptyFolders(target: string, path: string): void {
  for (let folder = path; folder !== "."; folder = dirname(folder)) {
    if (readdirSync(join(target, folder)).length > 0) return;
    rmSync(join(target, folder), { recursive: true });
  }
}

/** Names of definitions and groups become paths, and a document may contain any name. */
function checkPath(path: string): void {
  if (!isSafePath(path)) {
    throw new CommandError(
      `Cannot write "${path}": a group, version or definition has a name that cannot be a file name`,
    );
  }
}

function isSafePath(path: string): boolean {
  return path.split("/").every((part) => /^[\w$@+-][\w$@+.-]{0,250}$/.test(part));
}
