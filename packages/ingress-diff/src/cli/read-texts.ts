import { cannotRead, type World } from "@kubeschema/command-kit";

/** One text, and its name for messages. */
export interface SourceText {
  /** A path, or `stdin`. */
  readonly name: string;
  readonly text: string;
}

/** What of the outside is read. */
export type ReadableFiles = Pick<World["files"], "readBytes" | "listFolder">;

/**
 * Reads a file, stdin (`-`), or all `.yaml`, `.yml` and `.json` files of a folder in the order of their names, also
 * compressed ones with `.gz` behind.
 *
 * @param hint What to try where something cannot be read.
 * @throws {CommandError} If something cannot be read, or a folder holds no such file.
 */
export async function readTexts(
  path: string,
  files: ReadableFiles,
  hint: string,
): Promise<readonly SourceText[]> {
  if (path === "-") return [await readText(path, files, hint)];
  const all = await files.listFolder(path).catch((cause: unknown) => {
    throw cannotRead(path, cause, { hint });
  });
  if (all === undefined) return [await readText(path, files, hint)];
  const names = all.filter((name) => /\.(?:ya?ml|json)(?:\.gz)?$/.test(name)).toSorted();
  if (names.length === 0) throw cannotRead(path, "the folder has no .yaml, .yml or .json file", { hint });
  return await Promise.all(names.map((name) => readText(name, files, hint)));
}

async function readText(path: string, files: ReadableFiles, hint: string): Promise<SourceText> {
  const name = path === "-" ? "stdin" : path;
  try {
    // Loaded here because the reader is a large part of the program, and a report on a cluster needs none.
    const [bytes, { unpackText }] = await Promise.all([files.readBytes(path), import("@kubeschema/manifest-reader")]);
    return { name, text: await unpackText(bytes) };
  } catch (cause) {
    throw cannotRead(name, cause, { hint });
  }
}
