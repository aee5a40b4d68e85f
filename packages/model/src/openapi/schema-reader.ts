import type { Diagnostic } from "../diagnostic.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { Definition, Field, GroupVersionKind, JsonValue, ListSchema, Schema } from "../schema-model.ts";

const DEFINITIONS = "#/definitions/";
const QUANTITY = "io.k8s.apimachinery.pkg.api.resource.Quantity";

/** Keywords that the model has a place for. */
const UNDERSTOOD = new Set([
  "$ref",
  "additionalProperties",
  "description",
  "format",
  "items",
  "properties",
  "required",
  "type",
  "x-kubernetes-group-version-kind",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-list-type",
  "x-kubernetes-map-type",
  "x-kubernetes-patch-merge-key",
  "x-kubernetes-patch-strategy",
]);

/** Keywords that are known, and kept under `extensions` as they come. */
const KEPT = new Set(["x-kubernetes-unions"]);

/** Reads the schemas of one document and collects what it notices. */
export class SchemaReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #names: ReadonlySet<string>;

  /** @param names The definitions that a `$ref` may name. */
  constructor(names: ReadonlySet<string>) {
    this.#names = names;
  }

  readDefinition(name: string, value: unknown): Definition {
    const place = `definitions.${name}`;
    const source = this.#object(value, place);
    const schema = this.#schema(source, place);
    return {
      name,
      ...text(source.description),
      gvks: readGroupVersionKinds(source["x-kubernetes-group-version-kind"]),
      // The document calls it a plain string; the format makes it known to whatever reads the model.
      schema: name === QUANTITY && schema.type === "string" ? { type: "string", format: "quantity" } : schema,
      ...this.#extensions(source, place),
    };
  }

  #schema(source: JsonObject, place: string): Schema {
    if ("$ref" in source) return this.#reference(source.$ref, place);
    const format = typeof source.format === "string" ? { format: source.format } : {};
    switch (source.type) {
      case "object":
        return this.#objectOrMap(source, place);
      case "array":
        return this.#list(source, place);
      case "string":
        return source.format === "int-or-string" ? { type: "int-or-string" } : { type: "string", ...format };
      case "integer":
        return { type: "integer", ...format };
      case "number":
        return { type: "number", ...format };
      case "boolean":
        return { type: "boolean" };
      case undefined:
        return "properties" in source ? this.#objectOrMap(source, place) : { type: "any" };
      default:
        this.#report("TYPE_UNKNOWN", place, `Cannot read type ${JSON.stringify(source.type)}: any value is taken`);
        return { type: "any" };
    }
  }

  #objectOrMap(source: JsonObject, place: string): Schema {
    const mapType = optionalString("mapType", source["x-kubernetes-map-type"]);
    const { additionalProperties: values } = source;
    if ("properties" in source || values === undefined || values === false) {
      return { type: "object", fields: this.#fields(source, place), ...mapType };
    }
    const valuePlace = `${place}.additionalProperties`;
    const schema: Schema = values === true
      ? { type: "any" }
      : this.#schema(this.#object(values, valuePlace), valuePlace);
    if (values !== true) this.#noteUnknown(this.#object(values, valuePlace), valuePlace);
    return { type: "map", values: schema, ...mapType };
  }

  #fields(source: JsonObject, place: string): readonly Field[] {
    if (source.properties === undefined) return [];
    const required = new Set(Array.isArray(source.required) ? source.required : []);
    return Object.entries(this.#object(source.properties, `${place}.properties`)).map(([name, value]): Field => {
      const fieldPlace = `${place}.properties.${name}`;
      const field = this.#object(value, fieldPlace);
      return {
        name,
        ...text(field.description),
        isRequired: required.has(name),
        schema: this.#schema(field, fieldPlace),
        ...optionalString("patchStrategy", field["x-kubernetes-patch-strategy"]),
        ...optionalString("patchMergeKey", field["x-kubernetes-patch-merge-key"]),
        ...this.#extensions(field, fieldPlace),
      };
    });
  }

  #list(source: JsonObject, place: string): ListSchema {
    const itemsPlace = `${place}.items`;
    const items = source.items === undefined ? {} : this.#object(source.items, itemsPlace);
    this.#noteUnknown(items, itemsPlace);
    const keys = source["x-kubernetes-list-map-keys"];
    return {
      type: "list",
      items: this.#schema(items, itemsPlace),
      ...optionalString("listType", source["x-kubernetes-list-type"]),
      ...(Array.isArray(keys) ? { mapKeys: keys.map(String) } : {}),
    };
  }

  #reference(ref: unknown, place: string): Schema {
    const definition = typeof ref === "string" && ref.startsWith(DEFINITIONS) ? ref.slice(DEFINITIONS.length) : "";
    if (this.#names.has(definition)) return { type: "ref", definition };
    this.#report(
      "REF_DANGLING",
      place,
      `Cannot follow $ref ${JSON.stringify(ref)}: no such definition; any value is taken`,
    );
    return { type: "any" };
  }

  #object(value: unknown, place: string): JsonObject {
    if (isJsonObject(value)) return value;
    this.#report(
      "SCHEMA_MALFORMED",
      place,
      `Expected a schema object, found ${JSON.stringify(value)}: any value is taken`,
    );
    return {};
  }

  #extensions(source: JsonObject, place: string): { extensions?: Readonly<Record<string, JsonValue>> } {
    const kept = Object.entries(source).filter(([key]) => !UNDERSTOOD.has(key));
    this.#noteUnknown(source, place);
    // A decoded JSON document holds nothing but JSON values.
    return kept.length > 0 ? { extensions: Object.fromEntries(kept) as Record<string, JsonValue> } : {};
  }

  #noteUnknown(source: JsonObject, place: string): void {
    for (const key of Object.keys(source)) {
      if (UNDERSTOOD.has(key) || KEPT.has(key)) continue;
      this.diagnostics.push({
        code: "KEYWORD_UNKNOWN",
        severity: "warning",
        place: `${place}.${key}`,
        message: `Keyword "${key}" is not understood: kept as it is`,
      });
    }
  }

  #report(code: string, place: string, message: string): void {
    this.diagnostics.push({ code, severity: "error", place, message });
  }
}

/** Reads the value of `x-kubernetes-group-version-kind` beside a definition. */
function readGroupVersionKinds(value: unknown): readonly GroupVersionKind[] {
  const list = Array.isArray(value) ? value : [];
  return list.filter(isJsonObject).map((gvk) => ({
    group: String(gvk.group ?? ""),
    version: String(gvk.version),
    kind: String(gvk.kind),
  }));
}

function text(description: unknown): { description?: string } {
  return optionalString("description", description);
}

function optionalString<Key extends string>(key: Key, value: unknown): { readonly [name in Key]?: string } {
  // The computed key has the type Key, which TypeScript widens to string.
  return typeof value === "string" ? ({ [key]: value } as { readonly [name in Key]: string }) : {};
}
