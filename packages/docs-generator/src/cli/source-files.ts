import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { cannotRead, CommandError } from "@kubeschema/command-kit";
import { decodeText } from "@kubeschema/manifest-reader";
import { compareText } from "@kubeschema/model/compare-text";

/** The size limit of a file; the OpenAPI of Kubernetes has 4 MB. */
const mostBytes = 64 * 1024 * 1024;

/** One file of a source. */
export interface SourceFile {
  /** The path below the source, with `/`: a name for people, without a path of the machine. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/**
 * Reads a file, or every file of a folder that has one of the endings, in the order of their names.
 *
 * @param endings With the dot.
 * @throws {CommandError} If it cannot be read or is too large; the message names the file.
 */
export async function readSourceFiles(from: string, endings: readonly string[]): Promise<readonly SourceFile[]> {
  const places = await attempt(from, () => listFiles(from, endings));
  if (places.length === 0) {
    throw cannotRead(from, `the folder has no ${endings.join(", ").replace(/, ([^,]*)$/, " or $1")} file`);
  }
  const files: SourceFile[] = [];
  for (const { path, name } of places) {
    const { size } = await attempt(path, () => stat(path));
    if (size > mostBytes) {
      throw new CommandError(`Cannot read "${path}": it is larger than ${mostBytes / 1024 / 1024} MiB`);
    }
    const bytes = await attempt(path, () => readFile(path));
    files.push({ name, bytes, text: decode(name, bytes) });
  }
  return files;
}

async function listFiles(
  from: string,
  endings: readonly string[],
): Promise<readonly { readonly path: string; readonly name: string }[]> {
  if (!(await stat(from)).isDirectory()) return [{ path: from, name: basename(from) }];
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: path.slice(join(from, "/").length).replaceAll("\\", "/") }))
    // Hidden folders and installed packages do not contain the user's own files.
    .filter(({ name }) => !/(?:^|\/)(?:\.|node_modules\/)/.test(name))
    .sort((a, b) => compareText(a.name, b.name));
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (cause) {
    throw cannotRead(name, cause);
  }
}

async function attempt<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw cannotRead(path, cause);
  }
}
