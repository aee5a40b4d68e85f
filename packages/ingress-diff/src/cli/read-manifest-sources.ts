import type { ManifestSource } from "../drift/manifest.ts";
import { type ReadableFiles, readTexts } from "./read-texts.ts";

/**
 * Reads manifests: files, folders, and stdin (`-`). What is named twice, or is in a folder that is named too, is read once.
 *
 * @throws {CommandError} If something cannot be read.
 */
export async function readManifestSources(
  paths: readonly string[],
  files: ReadableFiles,
): Promise<readonly ManifestSource[]> {
  const hint = "-f with a file, a folder or -; kubectl kustomize DIR | ingress-diff diff -f -";
  const texts = await Promise.all([...new Set(paths)].map((path) => readTexts(path, files, hint)));
  // Loaded here because the reader is a large part of the program, and a report on a cluster needs none.
  const { decodeManifest } = await import("./decode-manifest.ts");
  return [...new Map(texts.flat().map((text) => [text.name, decodeManifest(text)])).values()];
}
