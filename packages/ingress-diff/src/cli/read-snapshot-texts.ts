import { ObservationError } from "../observe/observation-error.ts";
import type { SnapshotSource } from "../observe/snapshot-objects.ts";

/** One text, and its name for messages. */
export interface SourceText {
  /** A path, or `stdin`. */
  readonly name: string;
  readonly text: string;
}

/** The files that the command reads and writes. */
export interface SnapshotFiles {
  /** Text of a file; the path `-` stands for stdin. */
  readonly readText: (path: string) => Promise<string>;
  /** The same as bytes, since a snapshot may be compressed. */
  readonly readBytes: (path: string) => Promise<Uint8Array>;
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Paths of all files under a folder, or `undefined` if the path is no folder. */
  readonly listFolder: (path: string) => Promise<readonly string[] | undefined>;
}

/**
 * Reads a file, stdin, or all `.yaml`, `.yml` and `.json` files of a folder, also with `.gz` after it, in the
 * order of their names.
 *
 * @throws {ObservationError} If something cannot be read, or a folder holds no such file.
 */
export async function readSnapshotTexts(path: string, files: SnapshotFiles): Promise<readonly SourceText[]> {
  try {
    const all = path === "-" ? undefined : await files.listFolder(path);
    if (all === undefined) return [{ name: path === "-" ? "stdin" : path, text: await readText(path, files) }];
    const names = all.filter((name) => /\.(ya?ml|json)(\.gz)?$/.test(name)).toSorted();
    if (names.length === 0) {
      throw new ObservationError(`Cannot read snapshot "${path}": the folder has no .yaml, .yml or .json file`, usual);
    }
    return await Promise.all(names.map(async (name) => ({ name, text: await readText(name, files) })));
  } catch (cause) {
    if (cause instanceof ObservationError) throw cause;
    const reason = cause instanceof Error ? reasons[codeOf(cause)] ?? cause.message : String(cause);
    throw new ObservationError(`Cannot read snapshot "${path}": ${reason}`, usual, { cause });
  }
}

/**
 * Reads what {@linkcode readSnapshotTexts} reads, to be decoded when it is looked at.
 *
 * @throws {ObservationError} As that does.
 */
export async function readSnapshotSources(path: string, files: SnapshotFiles): Promise<readonly SnapshotSource[]> {
  const texts = await readSnapshotTexts(path, files);
  const { decodeSnapshot } = await import("./decode-snapshot.ts");
  return texts.map(decodeSnapshot);
}

async function readText(path: string, files: SnapshotFiles): Promise<string> {
  // Loaded here because the reader is a large part of the program, and a report on a cluster needs none.
  const { unpackText } = await import("@kubeschema/manifest-reader");
  return unpackText(await files.readBytes(path));
}

const usual = "kubectl get ingresses,ingressclasses,services,endpointslices,secrets -A -o yaml > snapshot.yaml";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
};

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}
