import { buildModel } from "../build-model.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { ReadOptions, ReadResult } from "../read-result.ts";
import { SchemaReader } from "../schema/schema-reader.ts";
import { describeOpenApi, OpenApiSyntaxError } from "./openapi-syntax-error.ts";
import { readResources } from "./read-resources.ts";

/**
 * Reads an OpenAPI v2 ("Swagger") document of a Kubernetes API server.
 *
 * Nothing is dropped: a keyword for which the model has no field is kept under `extensions`, with a diagnostic if it is
 * unknown. Definitions may refer to each other in cycles.
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
 * @throws {OpenApiSyntaxError} If it is not an OpenAPI v2 document with definitions.
 */
export function readOpenApiV2(document: unknown, options: ReadOptions): ReadResult {
  const { definitions: schemas, paths } = checkDocument(document, options.name);
  const names = Object.keys(schemas);
  const reader = new SchemaReader({ refPrefix: "#/definitions/", names: new Set(names) });
  const definitions = names.map((name) => reader.readDefinition(name, schemas[name], `definitions.${name}`));
  const { kubernetesVersion, name, sha256 } = options;
  const head = { kubernetesVersion, source: { format: "openapi-v2", name, sha256 } } as const;
  return { model: buildModel(head, definitions, readResources(paths)), diagnostics: reader.diagnostics };
}

function checkDocument(document: unknown, name: string): { definitions: JsonObject; paths: JsonObject } {
  const attempt = `Cannot read "${name}" as OpenAPI v2`;
  if (!isJsonObject(document)) throw new OpenApiSyntaxError(`${attempt}: expected an object at the top`);
  if (document.swagger !== "2.0") {
    throw new OpenApiSyntaxError(`${attempt}: expected "swagger": "2.0", found ${describeOpenApi(document)}`);
  }
  const { definitions, paths = {} } = document;
  if (!isJsonObject(definitions)) throw new OpenApiSyntaxError(`${attempt}: expected an object at "definitions"`);
  if (!isJsonObject(paths)) throw new OpenApiSyntaxError(`${attempt}: expected an object at "paths"`);
  return { definitions, paths };
}
