import { ObservationError } from "../observe/observation-error.ts";
import { decodeText } from "./decode-text.ts";
import type { SnapshotText } from "../observe/parse-snapshot.ts";

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
export async function readSnapshotTexts(path: string, files: SnapshotFiles): Promise<readonly SnapshotText[]> {
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

async function readText(path: string, files: SnapshotFiles): Promise<string> {
  return decodeText(await files.readBytes(path));
}

const usual = "kubectl get ingresses,ingressclasses,services,endpointslices,secrets -A -o yaml > snapshot.yaml";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  Z_BUF_ERROR: "it is cut off",
  Z_DATA_ERROR: "its compressed data is damaged",
  ERR_BUFFER_TOO_LARGE: "it is larger than 1 GiB",
};

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}
