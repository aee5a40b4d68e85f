/**
 * Manifests as kubectl and the API server read them: YAML by the words of YAML 1.1, JSON, one document or many, with the
 * place of every field. Texts in, values, positions and problems out.
 *
 * @module
 */

export { decodeText, unpackText } from "./decode-text.ts";
export type { Position } from "./line-index.ts";
export type { Target } from "./locate.ts";
export { type ManifestDocument, readManifest, type ReadOptions } from "./read-manifest.ts";
export { type ReadValue, readValues } from "./read-values.ts";
