import { readManifest } from "@kubeschema/manifest-reader";
import type { DecodedDocument, ManifestSource } from "../drift/manifest.ts";
import type { SourceText } from "./read-texts.ts";

/** Decodes the YAML or JSON of a manifest, each document when it is needed. */
export function decodeManifest({ name, text }: SourceText): ManifestSource {
  return { name, documents: decode(text) };
}

function* decode(text: string): Generator<DecodedDocument> {
  for (const { value, problem, start, find } of readManifest(text)) {
    if (problem === undefined) yield { value, lineOf: (path) => find(path, "", "key").line };
    else yield { value, problem, lineOf: () => start().line };
  }
}
