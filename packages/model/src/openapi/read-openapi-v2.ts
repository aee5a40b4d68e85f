import type { Diagnostic } from "../diagnostic.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import { compareStrings } from "../compare-strings.ts";
import { compareKinds } from "../compare-kinds.ts";
import type { Definition, GroupVersionKind, Kind, SchemaModel } from "../schema-model.ts";
import { OpenApiSyntaxError } from "./openapi-syntax-error.ts";
import { readResources } from "./read-resources.ts";
import { SchemaReader } from "./schema-reader.ts";

/** What a reader needs to know that the document does not say. */
export interface ReadOpenApiOptions {
  /** Release, such as `v1.36`: since v1.15 the published document itself says "unversioned". */
  readonly kubernetesVersion: string;
  /** For people, such as `kubernetes v1.36 api/openapi-spec/swagger.json`. */
  readonly name: string;
  /** SHA-256 of the document's bytes in hexadecimal. */
  readonly sha256: string;
}

/** A model, and what its reader noticed. */
export interface ReadResult {
  readonly model: SchemaModel;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads an OpenAPI v2 ("Swagger") document of a Kubernetes API server.
 *
 * Nothing is dropped: a keyword that has no place of its own in the model is kept under `extensions`, with a diagnostic
 * if it is unknown. Definitions may refer to each other in cycles.
 *
 * @see {@link https://github.com/kubernetes/kubernetes/blob/master/api/openapi-spec/swagger.json}
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readOpenApiV2 } from "@kubeschema/model";
 * const { model } = readOpenApiV2(
 *   { swagger: "2.0", definitions: { "example.v1.Name": { type: "string" } } },
 *   { kubernetesVersion: "v1.36", name: "example", sha256: "" },
 * );
 * assert.deepEqual(Object.keys(model.definitions), ["example.v1.Name"]);
 * ```
 * @param document The decoded JSON document.
 * @throws {OpenApiSyntaxError} If it is no OpenAPI v2 document with definitions.
 */
export function readOpenApiV2(document: unknown, options: ReadOpenApiOptions): ReadResult {
  const { definitions: schemas, paths } = checkDocument(document, options.name);
  const names = Object.keys(schemas).sort(compareStrings);
  const reader = new SchemaReader(new Set(names));
  const definitions = names.map((name): Definition => reader.readDefinition(name, schemas[name]));
  const resources = readResources(paths);
  const kinds: Kind[] = [];
  for (const { name, gvks } of definitions) {
    // Several kinds on one definition mean a carrier such as DeleteOptions, which every group registers.
    const [gvk, ...others] = gvks;
    if (gvk && others.length === 0) kinds.push({ ...gvk, definition: name, ...resources.get(gvkKey(gvk)) });
  }
  return {
    model: {
      kubernetesVersion: options.kubernetesVersion,
      source: { format: "openapi-v2", name: options.name, sha256: options.sha256 },
      definitions: Object.fromEntries(definitions.map((definition) => [definition.name, definition])),
      kinds: kinds.sort(compareKinds),
    },
    diagnostics: reader.diagnostics,
  };
}

function gvkKey({ group, version, kind }: GroupVersionKind): string {
  return `${group}/${version}/${kind}`;
}

function checkDocument(document: unknown, name: string): { definitions: JsonObject; paths: JsonObject } {
  const attempt = `Cannot read "${name}" as OpenAPI v2`;
  if (!isJsonObject(document)) throw new OpenApiSyntaxError(`${attempt}: expected an object at the top`);
  if (document.swagger !== "2.0") {
    const found = ["swagger", "openapi", "swaggerVersion"].find((key) => key in document);
    const seen = found ? `"${found}": ${JSON.stringify(document[found])}` : "neither";
    throw new OpenApiSyntaxError(`${attempt}: expected "swagger": "2.0", found ${seen}`);
  }
  const { definitions, paths = {} } = document;
  if (!isJsonObject(definitions)) throw new OpenApiSyntaxError(`${attempt}: expected an object at "definitions"`);
  if (!isJsonObject(paths)) throw new OpenApiSyntaxError(`${attempt}: expected an object at "paths"`);
  return { definitions, paths };
}
