import type { JsonValue } from "../schema-model.ts";

/** The kinds of difference between two schemas. */
export type SchemaChangeCode =
  | "CONSTRAINT_CHANGED"
  | "DEFAULT_CHANGED"
  | "DEFINITION_ADDED"
  | "DEFINITION_REMOVED"
  | "ENUM_VALUE_ADDED"
  | "ENUM_VALUE_REMOVED"
  | "FIELD_ADDED"
  | "FIELD_REMOVED"
  | "KIND_ADDED"
  | "KIND_DEPRECATED"
  | "KIND_REMOVED"
  | "LIST_TYPE_CHANGED"
  | "PATCH_STRATEGY_CHANGED"
  | "REQUIRED_ADDED"
  | "REQUIRED_REMOVED"
  | "TEXT_CHANGED"
  | "TYPE_CHANGED"
  | "VALIDATION_CHANGED";

/** One difference between two schemas. */
export interface SchemaChange {
  readonly code: SchemaChangeCode;
  /**
   * A kind as `networking.k8s.io/v1/Ingress`, a definition by its name, or a field as
   * `io.k8s.api.networking.v1.IngressSpec.rules`; items and values add `[]` and `{}` to it.
   */
  readonly place: string;
  /** Whether a manifest or a program that was right before can now be wrong. */
  readonly isBreaking: boolean;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}
