/**
 * The schema of a Kubernetes API as readonly data, and the readers that make it.
 *
 * @module
 */
export type { Diagnostic } from "./diagnostic.ts";
export type {
  Definition,
  Field,
  GroupVersionKind,
  IntegerSchema,
  JsonValue,
  Kind,
  ListSchema,
  MapSchema,
  ModelSource,
  ObjectSchema,
  RefSchema,
  Schema,
  SchemaModel,
  StringSchema,
} from "./schema-model.ts";
export { compareKinds } from "./compare-kinds.ts";
export { compareStrings } from "./compare-strings.ts";
export { OpenApiSyntaxError } from "./openapi/openapi-syntax-error.ts";
export { type ReadOpenApiOptions, readOpenApiV2, type ReadResult } from "./openapi/read-openapi-v2.ts";
export type { ClientTypingsFacts, InlinedDefinition, PackageFacts } from "./typings/client-typings-facts.ts";
export { readClientTypings } from "./typings/read-client-typings.ts";
