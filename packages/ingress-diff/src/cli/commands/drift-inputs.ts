import type { ManifestText } from "../../drift/manifest.ts";
import { ObservationError } from "../../observe/observation-error.ts";
import type { SnapshotFiles } from "../read-snapshot-texts.ts";

/**
 * Reads manifests: files, stdin (`-`), and all `.yaml`, `.yml` and `.json` files of folders, in the order of their names.
 *
 * @throws {ObservationError} If something cannot be read, or a folder holds no such file.
 */
export async function readManifestTexts(
  paths: readonly string[],
  files: SnapshotFiles,
): Promise<readonly ManifestText[]> {
  const texts = await Promise.all(paths.map((path) => readPath(path, files)));
  // A file that is named twice, or is in a folder that is named too, is read once.
  return [...new Map(texts.flat().map((text) => [text.name, text])).values()];
}

async function readPath(path: string, files: SnapshotFiles): Promise<readonly ManifestText[]> {
  const hint = "-f with a file, a folder or -; kubectl kustomize DIR | ingress-diff -f -";
  try {
    const all = path === "-" ? undefined : await files.listFolder(path);
    if (all === undefined) return [{ name: path === "-" ? "stdin" : path, text: await files.readText(path) }];
    const names = all.filter((name) => /\.(ya?ml|json)$/.test(name)).toSorted();
    if (names.length === 0) {
      throw new ObservationError(`Cannot read manifests in "${path}": no .yaml, .yml or .json file`, hint);
    }
    return await Promise.all(names.map(async (name) => ({ name, text: await files.readText(name) })));
  } catch (cause) {
    if (cause instanceof ObservationError) throw cause;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const reason = reasons[code] ?? (cause instanceof Error ? cause.message : String(cause));
    throw new ObservationError(`Cannot read manifests in "${path}": ${reason}`, hint, { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
};
