import {
  type Field,
  formatApiVersion,
  type JsonValue,
  type Kind,
  type Schema,
  type SchemaModel,
} from "@kubeschema/model";
import { isJsonObject } from "@kubeschema/model/json-object";
import { findDefinition } from "../page/definitions.ts";
import { exampleValues } from "./example-values.ts";

/**
 * Builds the smallest meaningful object of a kind: what the schema requires, and what the API server requires beyond
 * that.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { buildExample } from "@kubeschema/docs-generator";
 * import { readOpenApiV2 } from "@kubeschema/model";
 * const { model } = readOpenApiV2({
 *   swagger: "2.0",
 *   definitions: {
 *     "example.v1.Book": {
 *       type: "object",
 *       required: ["title"],
 *       properties: { pages: { type: "integer" }, title: { type: "string" } },
 *       "x-kubernetes-group-version-kind": [{ group: "example", version: "v1", kind: "Book" }],
 *     },
 *   },
 * }, { kubernetesVersion: "v1.36", name: "example", sha256: "" });
 * const [kind] = model.kinds;
 * assert.ok(kind);
 * assert.deepEqual(buildExample(model, kind), { apiVersion: "example/v1", kind: "Book", title: "example" });
 * ```
 */
export function buildExample(model: SchemaModel, kind: Kind): JsonValue {
  const schema = findDefinition(model, kind.definition)?.schema;
  const hasMetadata = schema?.type === "object" && schema.fields.some(isObjectMeta);
  const value = exampleOf(model, { type: "ref", definition: kind.definition }, new Set());
  return {
    apiVersion: formatApiVersion(kind),
    kind: kind.kind,
    ...(hasMetadata ? { metadata: { name: "example" } } : {}),
    ...(isJsonObject(value) ? value : {}),
  };
}

function exampleOf(model: SchemaModel, schema: Schema, open: ReadonlySet<string>): JsonValue {
  const [first] = schema.enum ?? [];
  if (first !== undefined) return first;
  switch (schema.type) {
    case "ref": {
      const definition = findDefinition(model, schema.definition);
      // A type that requires itself has no smallest value; the reader must complete it.
      if (!definition || open.has(schema.definition)) return {};
      const given = Object.hasOwn(exampleValues, schema.definition) ? exampleValues[schema.definition] : undefined;
      const value = exampleOf(model, definition.schema, new Set([...open, schema.definition]));
      return given === undefined ? value : isJsonObject(given) && isJsonObject(value) ? { ...value, ...given } : given;
    }
    case "object":
      return Object.fromEntries(
        schema.fields.filter(({ isRequired, name }) => isRequired && !(open.size === 1 && headFields.has(name))).map(
          (field) => [field.name, fieldValue(model, field, open)],
        ),
      );
    case "list":
      return [exampleOf(model, schema.items, open)];
    case "map":
      return {};
    case "string":
      return stringOf(schema.format);
    case "integer":
    case "number":
      return minimumOf(schema);
    case "boolean":
      return true;
    case "int-or-string":
      return 80;
    case "any":
      return {};
  }
}

const headFields: ReadonlySet<string> = new Set(["apiVersion", "kind"]);

function fieldValue(model: SchemaModel, field: Field, open: ReadonlySet<string>): JsonValue {
  // The items of a List would be whole objects.
  if (field.name === "items" && field.schema.type === "list" && open.size === 1) return [];
  return exampleOf(model, field.schema, open);
}

function stringOf(format: string | undefined): string {
  return format !== undefined && Object.hasOwn(exampleStrings, format) ? exampleStrings[format] ?? "" : "example";
}

const exampleStrings: Readonly<Record<string, string>> = {
  byte: "ZXhhbXBsZQ==",
  "date-time": "2026-01-01T00:00:00Z",
  quantity: "1",
  uri: "https://example.com",
};

function minimumOf({ constraints = {} }: Schema): number {
  return typeof constraints.minimum === "number" ? Math.ceil(constraints.minimum) : 1;
}

function isObjectMeta({ name, schema }: Field): boolean {
  return name === "metadata" && schema.type === "ref" && schema.definition.endsWith(".ObjectMeta");
}
