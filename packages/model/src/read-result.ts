import type { Diagnostic } from "./diagnostic.ts";
import type { SchemaModel } from "./schema-model.ts";

/** Information that a reader needs and the document does not contain. */
export interface ReadOptions {
  /** Release, such as `v1.36`: since v1.15 the published document itself says "unversioned". */
  readonly kubernetesVersion: string;
  /** A name for people, such as `kubernetes v1.36 api/openapi-spec/swagger.json`. */
  readonly name: string;
  /** SHA-256 of the document's bytes in hexadecimal. */
  readonly sha256: string;
}

/** A model, and what its reader noticed. */
export interface ReadResult {
  readonly model: SchemaModel;
  readonly diagnostics: readonly Diagnostic[];
}
