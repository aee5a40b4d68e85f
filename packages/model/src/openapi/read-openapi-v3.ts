import { buildModel } from "../build-model.ts";
import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { ReadOptions, ReadResult } from "../read-result.ts";
import type { Definition } from "../schema-model.ts";
import { SchemaReader } from "../schema/schema-reader.ts";
import { describeOpenApi, OpenApiSyntaxError } from "./openapi-syntax-error.ts";
import { readResources } from "./read-resources.ts";

/**
 * Reads OpenAPI v3.0 documents of a Kubernetes API server: one for each group and version, as `/openapi/v3` serves
 * them, or a single merged one.
 *
 * The documents repeat what they share, such as ObjectMeta. Where two differ, the first one counts, and a diagnostic
 * says so.
 *
 * @see {@link https://kubernetes.io/docs/concepts/overview/kubernetes-api/#openapi-v3}
 * @param documents The decoded JSON documents.
 * @throws {OpenApiSyntaxError} If one is not an OpenAPI v3.0 document with schemas, or if there are none.
 */
export function readOpenApiV3(documents: readonly unknown[], options: ReadOptions): ReadResult {
  const checked = documents.map((document) => checkDocument(document, options.name));
  if (checked.length === 0) {
    throw new OpenApiSyntaxError(`Cannot read "${options.name}" as OpenAPI v3: there is no document`);
  }
  const names = new Set(checked.flatMap(({ schemas }) => Object.keys(schemas)));
  const reader = new SchemaReader({ refPrefix: "#/components/schemas/", names });
  const definitions = new Map<string, { definition: Definition; text: string }>();
  for (const { schemas } of checked) {
    for (const [name, schema] of Object.entries(schemas)) {
      const place = `components.schemas.${name}`;
      const known = definitions.get(name);
      const text = JSON.stringify(schema);
      if (!known) definitions.set(name, { definition: reader.readDefinition(name, schema, place), text });
      else if (known.text !== text) {
        reader.diagnostics.push({
          code: "DEFINITION_CONFLICT",
          severity: "warning",
          place,
          message: `"${name}" differs between the documents: the first one is used`,
        });
      }
    }
  }
  const resources = new Map(checked.flatMap(({ paths }) => [...readResources(paths)]));
  const { kubernetesVersion, name, sha256 } = options;
  const head = { kubernetesVersion, source: { format: "openapi-v3", name, sha256 } } as const;
  return {
    model: buildModel(head, [...definitions.values()].map(({ definition }) => definition), resources),
    diagnostics: reader.diagnostics,
  };
}

function checkDocument(document: unknown, name: string): { schemas: JsonObject; paths: JsonObject } {
  const attempt = `Cannot read "${name}" as OpenAPI v3`;
  if (!isJsonObject(document)) throw new OpenApiSyntaxError(`${attempt}: expected an object at the top`);
  if (typeof document.openapi !== "string" || !document.openapi.startsWith("3.0")) {
    throw new OpenApiSyntaxError(`${attempt}: expected "openapi": "3.0.x", found ${describeOpenApi(document)}`);
  }
  const { components = {}, paths = {} } = document;
  const schemas = isJsonObject(components) ? components.schemas ?? {} : undefined;
  if (!isJsonObject(schemas)) throw new OpenApiSyntaxError(`${attempt}: expected an object at "components.schemas"`);
  if (!isJsonObject(paths)) throw new OpenApiSyntaxError(`${attempt}: expected an object at "paths"`);
  return { schemas, paths };
}
