import { ObservationError } from "../observe/observation-error.ts";
import type { SnapshotFiles } from "./read-snapshot-texts.ts";

/**
 * Reads a file that may be absent.
 *
 * @throws {ObservationError} If it is there and cannot be read.
 */
export async function readTextIfThere(
  path: string,
  files: Pick<SnapshotFiles, "readText">,
): Promise<string | undefined> {
  try {
    return await files.readText(path);
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return undefined;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ObservationError(`Cannot read "${path}": ${reason}`, `ls -l ${path}`, { cause });
  }
}
