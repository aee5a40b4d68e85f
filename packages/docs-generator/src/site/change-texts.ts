import type { SchemaChangeCode } from "@kubeschema/model";

/** What each change of a schema is called for readers. */
export const CHANGE_TEXTS: Readonly<Record<SchemaChangeCode, string>> = {
  CONSTRAINT_CHANGED: "other limits",
  DEFAULT_CHANGED: "other default",
  DEFINITION_ADDED: "type added",
  DEFINITION_REMOVED: "type removed",
  ENUM_VALUE_ADDED: "value added",
  ENUM_VALUE_REMOVED: "value removed",
  FIELD_ADDED: "field added",
  FIELD_REMOVED: "field removed",
  KIND_ADDED: "kind added",
  KIND_DEPRECATED: "kind deprecated",
  KIND_REMOVED: "kind removed",
  LIST_TYPE_CHANGED: "other list type",
  PATCH_STRATEGY_CHANGED: "other patch strategy",
  REQUIRED_ADDED: "now required",
  REQUIRED_REMOVED: "now optional",
  TEXT_CHANGED: "other text",
  TYPE_CHANGED: "other type",
  VALIDATION_CHANGED: "other rules",
};
