import { ObservationError } from "../observe/observation-error.ts";
import type { SnapshotText } from "../observe/parse-snapshot.ts";

/** The files that a snapshot may come from. */
export interface SnapshotFiles {
  /** Text of a file; the path `-` stands for stdin. */
  readonly readText: (path: string) => Promise<string>;
  /** Paths of all files under a folder, or `undefined` if the path is no folder. */
  readonly listFolder: (path: string) => Promise<readonly string[] | undefined>;
}

/**
 * Reads a file, stdin, or all `.yaml`, `.yml` and `.json` files of a folder in the order of their names.
 *
 * @throws {ObservationError} If something cannot be read, or a folder holds no such file.
 */
export async function readSnapshotTexts(path: string, files: SnapshotFiles): Promise<readonly SnapshotText[]> {
  try {
    const all = path === "-" ? undefined : await files.listFolder(path);
    if (all === undefined) return [{ name: path === "-" ? "stdin" : path, text: await files.readText(path) }];
    const names = all.filter((name) => /\.(ya?ml|json)$/.test(name)).toSorted();
    if (names.length === 0) {
      throw new ObservationError(`Cannot read snapshot "${path}": the folder has no .yaml, .yml or .json file`, usual);
    }
    return await Promise.all(names.map(async (name) => ({ name, text: await files.readText(name) })));
  } catch (cause) {
    if (cause instanceof ObservationError) throw cause;
    const reason = cause instanceof Error ? reasons[codeOf(cause)] ?? cause.message : String(cause);
    throw new ObservationError(`Cannot read snapshot "${path}": ${reason}`, usual, { cause });
  }
}

const usual = "kubectl get ingresses,ingressclasses,services,endpointslices,secrets -A -o yaml > snapshot.yaml";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
};

function codeOf(error: Error): string {
  return "code" in error ? String(error.code) : "";
}
