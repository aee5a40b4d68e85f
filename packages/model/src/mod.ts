/**
 * The schema of a Kubernetes API as readonly data, and the readers that make it.
 *
 * A reader turns a decoded document into a {@linkcode SchemaModel} with diagnostics; an emitter turns the model into
 * text.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readOpenApiV2 } from "@kubeschema/model";
 * const document = {
 *   swagger: "2.0",
 *   definitions: { "example.v1.Shop": { type: "object", properties: { size: { type: "integer" } } } },
 * };
 * const { model } = readOpenApiV2(document, { kubernetesVersion: "v1.36", name: "swagger.json", sha256: "" });
 * assert.deepEqual(Object.keys(model.definitions), ["example.v1.Shop"]);
 * ```
 *
 * @module
 */

// The model.
export type {
  AnySchema,
  BooleanSchema,
  Definition,
  Facets,
  Field,
  GroupVersionKind,
  IntegerSchema,
  IntOrStringSchema,
  JsonValue,
  Kind,
  Lifecycle,
  ListSchema,
  MapSchema,
  ModelSource,
  NumberSchema,
  ObjectSchema,
  RefSchema,
  Schema,
  SchemaModel,
  StringSchema,
  ValidationRule,
} from "./schema-model.ts";

// Readers: a document becomes a model, with what was noticed about it.
export type { Diagnostic } from "./diagnostic.ts";
export type { ReadOptions, ReadResult } from "./read-result.ts";
export { readOpenApiV2 } from "./openapi/read-openapi-v2.ts";
export { readOpenApiV3 } from "./openapi/read-openapi-v3.ts";
export { OpenApiSyntaxError } from "./openapi/openapi-syntax-error.ts";
export { readCrds, type ReadCrdsOptions } from "./crd/read-crds.ts";
export { CrdSyntaxError } from "./crd/crd-syntax-error.ts";
export { readClientTypings } from "./typings/read-client-typings.ts";
export type { ClientTypingsFacts, InlinedDefinition, PackageFacts } from "./typings/client-typings-facts.ts";

// What the documents leave out.
export { applyFacts } from "./facts/apply-facts.ts";
export type { KubernetesFacts } from "./facts/kubernetes-facts.ts";

// Two models compared, and the result in sentences.
export { compareSchemas } from "./compare/compare-schemas.ts";
export type { SchemaChange, SchemaChangeCode } from "./compare/schema-change.ts";
export { type ChangeSection, describeSchemaChanges, formatSchemaChanges } from "./compare/format-schema-changes.ts";

// What every emitter needs of a model.
export { formatApiVersion, parseApiVersion } from "./api-version.ts";
export { compareKinds } from "./compare-kinds.ts";
export { referencesOf } from "./references-of.ts";
export { schemaLabel } from "./compare/schema-label.ts";
