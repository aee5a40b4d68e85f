/** Keywords that have a field in the model. */
export const understoodKeywords: ReadonlySet<string> = new Set([
  "$ref",
  "additionalProperties",
  "default",
  "description",
  "enum",
  "format",
  "items",
  "nullable",
  "properties",
  "required",
  "type",
  "x-kubernetes-embedded-resource",
  "x-kubernetes-group-version-kind",
  "x-kubernetes-int-or-string",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-list-type",
  "x-kubernetes-map-type",
  "x-kubernetes-patch-merge-key",
  "x-kubernetes-patch-strategy",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-validations",
]);

/** JSON Schema keywords that go into `constraints` unchanged. */
export const constraintKeywords: ReadonlySet<string> = new Set([
  "allOf",
  "anyOf",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "not",
  "oneOf",
  "pattern",
  "uniqueItems",
]);

/** Keywords that are known and say nothing about values: kept under `extensions` unchanged. */
export const keptKeywords: ReadonlySet<string> = new Set(["example", "externalDocs", "title", "x-kubernetes-unions"]);
