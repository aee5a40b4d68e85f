import type { ManifestSource } from "../../drift/manifest.ts";
import { ObservationError } from "../../observe/observation-error.ts";
import type { SnapshotFiles, SourceText } from "../read-snapshot-texts.ts";

/**
 * Reads manifests: files, stdin (`-`), and all `.yaml`, `.yml` and `.json` files of folders, in the order of their names.
 *
 * @throws {ObservationError} If something cannot be read, or a folder holds no such file.
 */
export async function readManifestSources(
  paths: readonly string[],
  files: SnapshotFiles,
): Promise<readonly ManifestSource[]> {
  const texts = await Promise.all(paths.map((path) => readPath(path, files)));
  // Loaded here because the reader is a large part of the program, and a report on a cluster needs none.
  const { decodeManifest } = await import("../decode-manifest.ts");
  // A file that is named twice, or is in a folder that is named too, is read once.
  return [...new Map(texts.flat().map((text) => [text.name, decodeManifest(text)])).values()];
}

async function readPath(path: string, files: SnapshotFiles): Promise<readonly SourceText[]> {
  const hint = "-f with a file, a folder or -; kubectl kustomize DIR | ingress-diff -f -";
  try {
    const all = path === "-" ? undefined : await files.listFolder(path);
    if (all === undefined) return [{ name: path === "-" ? "stdin" : path, text: await readText(path, files) }];
    const names = all.filter((name) => /\.(ya?ml|json)$/.test(name)).toSorted();
    if (names.length === 0) {
      throw new ObservationError(`Cannot read manifests in "${path}": no .yaml, .yml or .json file`, hint);
    }
    return await Promise.all(names.map(async (name) => ({ name, text: await readText(name, files) })));
  } catch (cause) {
    if (cause instanceof ObservationError) throw cause;
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
    const reason = reasons[code] ?? (cause instanceof Error ? cause.message : String(cause));
    throw new ObservationError(`Cannot read manifests in "${path}": ${reason}`, hint, { cause });
  }
}

async function readText(path: string, files: SnapshotFiles): Promise<string> {
  const { unpackText } = await import("@kubeschema/manifest-reader");
  return unpackText(await files.readBytes(path));
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
};
