import { readFileSync } from "node:fs";

/** The source of a document, and its expected hash. */
export interface InputSource {
  /** A name for people, such as `kubernetes release-1.36 api/openapi-spec/swagger.json`. */
  readonly name: string;
  /** SHA-256 of the uncompressed OpenAPI document in hexadecimal. */
  readonly sha256: string;
  /** The URL at which the document is published. */
  readonly url?: string;
  readonly npm?: NpmInput;
}

/** The entry of one Kubernetes version in `inputs.json`. */
export interface PinnedInput extends InputSource {
  /** The contents of the document, counted when it was pinned. */
  readonly contains: DocumentCounts;
  /** Whether it is used only for pages of the reference: no types, no validators. */
  readonly isForPagesOnly?: boolean;
}

/** Numbers of definitions, of kinds, and of fields of definitions. */
export interface DocumentCounts {
  readonly definitions: number;
  readonly kinds: number;
  readonly fields: number;
}

/** An npm package that contains the document (`file`), or the official client's typings instead of it (`typings`). */
export interface NpmInput {
  /** Name and exact version, `kubernetes-client@9.0.0`. */
  readonly package: string;
  /** The tarball's `sha512-...` as the registry publishes it. */
  readonly integrity: string;
  /** Path of the document in the tarball; `.gz` is uncompressed. */
  readonly file?: string;
  /** Folder of the typings in the tarball. */
  readonly typings?: string;
}

/** All pinned versions. */
export interface PinnedInputs {
  readonly default: string;
  /** In the order of the file: newest first. */
  readonly versions: Readonly<Record<string, PinnedInput>>;
}

/** Reads `inputs.json`, which is part of this package's source. */
export function readPinnedInputs(): PinnedInputs {
  return JSON.parse(readFileSync(new URL("../inputs.json", import.meta.url), "utf8"));
}
