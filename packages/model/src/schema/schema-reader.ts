import type { Diagnostic } from "../diagnostic.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { Definition, Field, GroupVersionKind, JsonValue, ListSchema, Schema } from "../schema-model.ts";
import { constraintKeywords, keptKeywords, understoodKeywords } from "./keywords.ts";
import { readFacets } from "./read-facets.ts";

const quantity = "io.k8s.apimachinery.pkg.api.resource.Quantity";

/** The differences between the kinds of document that contain schemas. */
export interface SchemaReaderOptions {
  /** The prefix of a `$ref`: `#/definitions/` or `#/components/schemas/`. */
  readonly refPrefix: string;
  /** The definitions that a `$ref` may name. */
  readonly names: ReadonlySet<string>;
}

/** Reads the schemas of one document, and collects diagnostics. */
export class SchemaReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #options: SchemaReaderOptions;

  constructor(options: SchemaReaderOptions) {
    this.#options = options;
  }

  /** Reads one named schema. */
  readDefinition(name: string, value: unknown, place: string): Definition {
    const source = this.#object(value, place);
    const schema = this.readSchema(source, place);
    return {
      name,
      ...optionalString("description", source.description),
      gvks: readGroupVersionKinds(source["x-kubernetes-group-version-kind"]),
      // Documents call it a plain string; the format tells readers of the model what it is.
      schema: name === quantity ? { type: "string", format: "quantity" } : schema,
      ...this.#extensions(source, place),
    };
  }

  /** Reads one schema; a reference remains a name. */
  readSchema(value: unknown, place: string): Schema {
    const source = this.#object(value, place);
    const { reference, rest } = unwrapReference(source);
    // The type is read first: the union of the two is one of the Schema's members.
    return { ...this.#typed(rest, reference, place), ...readFacets(rest) };
  }

  #typed(source: JsonObject, reference: unknown, place: string): Schema {
    if (reference !== undefined) return this.#reference(reference, place);
    if (source["x-kubernetes-int-or-string"] === true || source.format === "int-or-string") {
      return { type: "int-or-string" };
    }
    const format = optionalString("format", source.format);
    switch (source.type) {
      case "object":
        return this.#objectOrMap(source, place);
      case "array":
        return this.#list(source, place);
      case "string":
      case "integer":
      case "number":
        return { type: source.type, ...format };
      case "boolean":
        return { type: "boolean" };
      case undefined:
        return "properties" in source || "additionalProperties" in source
          ? this.#objectOrMap(source, place)
          : { type: "any" };
      default:
        this.report("TYPE_UNKNOWN", place, `Cannot read type ${JSON.stringify(source.type)}: any value is accepted`);
        return { type: "any" };
    }
  }

  #objectOrMap(source: JsonObject, place: string): Schema {
    const mapType = optionalString("mapType", source["x-kubernetes-map-type"]);
    const { additionalProperties: values } = source;
    if ("properties" in source || values === undefined || values === false) {
      return {
        type: "object",
        fields: this.#fields(source, place),
        ...mapType,
        ...(source["x-kubernetes-preserve-unknown-fields"] === true ? { preservesUnknownFields: true } : {}),
        ...(source["x-kubernetes-embedded-resource"] === true ? { isEmbeddedResource: true } : {}),
      };
    }
    return {
      type: "map",
      values: values === true ? { type: "any" } : this.#nested(values, `${place}.additionalProperties`),
      ...mapType,
    };
  }

  #fields(source: JsonObject, place: string): readonly Field[] {
    if (source.properties === undefined) return [];
    const required = new Set(Array.isArray(source.required) ? source.required : []);
    return Object.entries(this.#object(source.properties, `${place}.properties`)).map(([name, value]): Field => {
      const fieldPlace = `${place}.properties.${name}`;
      const field = this.#object(value, fieldPlace);
      return {
        name,
        ...optionalString("description", field.description),
        isRequired: required.has(name),
        schema: this.readSchema(field, fieldPlace),
        ...optionalString("patchStrategy", field["x-kubernetes-patch-strategy"]),
        ...optionalString("patchMergeKey", field["x-kubernetes-patch-merge-key"]),
        ...this.#extensions(field, fieldPlace),
      };
    });
  }

  #list(source: JsonObject, place: string): ListSchema {
    const keys = source["x-kubernetes-list-map-keys"];
    return {
      type: "list",
      items: this.#nested(source.items ?? {}, `${place}.items`),
      ...optionalString("listType", source["x-kubernetes-list-type"]),
      ...(Array.isArray(keys) ? { mapKeys: keys.map(String) } : {}),
    };
  }

  /** Items and values cannot hold extensions, so an unknown keyword there is only reported. */
  #nested(value: unknown, place: string): Schema {
    const source = this.#object(value, place);
    this.#noteUnknown(source, place);
    return this.readSchema(source, place);
  }

  #reference(ref: unknown, place: string): Schema {
    const { refPrefix, names } = this.#options;
    const definition = typeof ref === "string" && ref.startsWith(refPrefix) ? ref.slice(refPrefix.length) : "";
    if (names.has(definition)) return { type: "ref", definition };
    this.report(
      "REF_DANGLING",
      place,
      `Cannot follow $ref ${JSON.stringify(ref)}: no such definition; any value is accepted`,
    );
    return { type: "any" };
  }

  #object(value: unknown, place: string): JsonObject {
    if (isJsonObject(value)) return value;
    this.report(
      "SCHEMA_MALFORMED",
      place,
      `Expected a schema object, found ${JSON.stringify(value)}: any value is accepted`,
    );
    return {};
  }

  #extensions(source: JsonObject, place: string): { extensions?: Readonly<Record<string, JsonValue>> } {
    const kept = Object.entries(source).filter(([key]) => !understoodKeywords.has(key) && !constraintKeywords.has(key));
    this.#noteUnknown(source, place);
    // A decoded JSON document contains nothing but JSON values.
    return kept.length > 0 ? { extensions: Object.fromEntries(kept) as Record<string, JsonValue> } : {};
  }

  #noteUnknown(source: JsonObject, place: string): void {
    for (const key of Object.keys(source)) {
      if (understoodKeywords.has(key) || constraintKeywords.has(key) || keptKeywords.has(key)) continue;
      this.diagnostics.push({
        code: "KEYWORD_UNKNOWN",
        severity: "warning",
        place: `${place}.${key}`,
        message: `Keyword "${key}" is not understood: it is kept unchanged`,
      });
    }
  }

  /** Adds an error to the diagnostics. */
  report(code: string, place: string, message: string): void {
    this.diagnostics.push({ code, severity: "error", place, message });
  }
}

/**
 * OpenAPI v3 allows nothing next to a `$ref`, so documents wrap it: `allOf: [{ $ref }]` with the text and default
 * outside.
 */
function unwrapReference(source: JsonObject): { reference: unknown; rest: JsonObject } {
  if ("$ref" in source) return { reference: source.$ref, rest: source };
  const { allOf, ...rest } = source;
  const [only, ...others] = Array.isArray(allOf) ? allOf : [];
  const isWrapped = isJsonObject(only) && "$ref" in only && others.length === 0 && !("type" in source);
  return isWrapped ? { reference: only.$ref, rest } : { reference: undefined, rest: source };
}

/** Reads the `x-kubernetes-group-version-kind` of a definition. */
function readGroupVersionKinds(value: unknown): readonly GroupVersionKind[] {
  const list = Array.isArray(value) ? value : [];
  return list.filter(isJsonObject).map((gvk) => ({
    group: String(gvk.group ?? ""),
    version: String(gvk.version),
    kind: String(gvk.kind),
  }));
}

function optionalString<Key extends string>(key: Key, value: unknown): { readonly [name in Key]?: string } {
  // The computed key has the type Key, which TypeScript widens to string.
  return typeof value === "string" ? ({ [key]: value } as { readonly [name in Key]: string }) : {};
}
