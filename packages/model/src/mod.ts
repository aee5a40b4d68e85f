/**
 * The schema of a Kubernetes API as readonly data, and the readers that make it.
 *
 * @module
 */
export type { Diagnostic } from "./diagnostic.ts";
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
export { formatApiVersion, parseApiVersion } from "./api-version.ts";
export { applyFacts } from "./facts/apply-facts.ts";
export type { KubernetesFacts } from "./facts/kubernetes-facts.ts";
export { compareKinds } from "./compare-kinds.ts";
export { compareSchemas } from "./compare/compare-schemas.ts";
export { type ChangeSection, describeSchemaChanges, formatSchemaChanges } from "./compare/format-schema-changes.ts";
export type { SchemaChange, SchemaChangeCode } from "./compare/schema-change.ts";
export { schemaLabel } from "./compare/schema-label.ts";
export { CrdSyntaxError } from "./crd/crd-syntax-error.ts";
export { readCrds } from "./crd/read-crds.ts";
export { OpenApiSyntaxError } from "./openapi/openapi-syntax-error.ts";
export { readOpenApiV2 } from "./openapi/read-openapi-v2.ts";
export { readOpenApiV3 } from "./openapi/read-openapi-v3.ts";
export { referencesOf } from "./references-of.ts";
export type { ReadOptions, ReadResult } from "./read-result.ts";
export type { ClientTypingsFacts, InlinedDefinition, PackageFacts } from "./typings/client-typings-facts.ts";
export { readClientTypings } from "./typings/read-client-typings.ts";
