import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { cannotWrite, codeOf, CommandError } from "@kubeschema/command-kit";

/** One file of a tree. */
export interface TreeFile {
  /** Relative to the tree's folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The files that were written. */
export interface WrittenTree {
  readonly fileCount: number;
  readonly sizeBytes: number;
}

/** Callbacks while a tree is written. */
export interface WriteTreeOptions {
  readonly onFile?: (fileCount: number) => void;
  /** Stops the writing between two files; nothing of the new tree remains then. */
  readonly signal?: AbortSignal | undefined;
}

/** Marks a folder that was written by this command, and may be replaced by it. */
const marker = ".kubeschema-docs";

/**
 * Writes a tree of files next to a folder and then replaces the folder with it. Whatever stops it, the folder remains
 * unchanged until then.
 *
 * @throws {CommandError} If the folder has anything that this command did not write.
 */
export async function writeTree(
  folder: string,
  files: Iterable<TreeFile> | AsyncIterable<TreeFile>,
  { onFile, signal }: WriteTreeOptions = {},
): Promise<WrittenTree> {
  const target = resolve(folder);
  await refuseForeign(target, folder);
  try {
    return await writeAndReplace(target, files, { onFile, signal });
  } catch (error) {
    // An error while producing the files' text is not the folder's fault, and has no system error code.
    throw codeOf(error) === "" ? error : cannotWrite(folder, error);
  }
}

async function writeAndReplace(
  target: string,
  files: Iterable<TreeFile> | AsyncIterable<TreeFile>,
  watcher: Parameters<typeof writeFiles>[2],
): Promise<WrittenTree> {
  await mkdir(dirname(target), { recursive: true });
  const fresh = await mkdtemp(join(dirname(target), `.${basename(target)}-`));
  try {
    const written = await writeFiles(fresh, files, watcher);
    await replaceFolder(target, fresh);
    return written;
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

async function writeFiles(
  folder: string,
  files: Iterable<TreeFile> | AsyncIterable<TreeFile>,
  { onFile, signal }: { onFile: WriteTreeOptions["onFile"] | undefined; signal: AbortSignal | undefined },
): Promise<WrittenTree> {
  const folders = new Set<string>();
  let [fileCount, sizeBytes] = [0, 0];
  for await (const { path, text } of files) {
    signal?.throwIfAborted();
    const target = join(folder, path);
    if (!target.startsWith(folder + sep)) throw new RangeError(`Cannot write "${path}": it leaves the folder`);
    const parent = dirname(target);
    if (!folders.has(parent)) await mkdir(parent, { recursive: true });
    folders.add(parent);
    const bytes = new TextEncoder().encode(text);
    await writeFile(target, bytes);
    sizeBytes += bytes.length;
    fileCount++;
    onFile?.(fileCount);
  }
  await writeFile(join(folder, marker), "Written by kubeschema-docs, which replaces this folder as a whole.\n");
  return { fileCount, sizeBytes };
}

async function refuseForeign(target: string, folder: string): Promise<void> {
  const info = await stat(target).catch(() => undefined);
  if (!info) return;
  if (!info.isDirectory()) throw new CommandError(`Cannot write to "${folder}": it is not a folder`);
  const names = await readdir(target);
  if (names.length > 0 && !names.includes(marker)) {
    throw new CommandError(`Cannot write to "${folder}": it holds files that kubeschema-docs did not write`, {
      hint: "an empty or new folder",
    });
  }
}

/** Replaces a folder with another; the old one is restored if that fails. */
async function replaceFolder(target: string, fresh: string): Promise<void> {
  const old = `${fresh}-old`;
  const hadOld = await rename(target, old).then(() => true, (error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return false;
    throw error;
  });
  try {
    await rename(fresh, target);
  } catch (error) {
    if (hadOld) await rename(old, target);
    throw error;
  }
  if (hadOld) await rm(old, { recursive: true, force: true });
}
