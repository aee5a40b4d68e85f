import type { JsonObject } from "../json-object.ts";

/** Thrown for a document that is not an OpenAPI document of the expected version. */
export class OpenApiSyntaxError extends SyntaxError {
  override readonly name = "OpenApiSyntaxError";
}

/** The version that a document declares: `"openapi": "3.1.0"`, or `neither`. */
export function describeOpenApi(document: JsonObject): string {
  const key = ["swagger", "openapi", "swaggerVersion"].find((candidate) => candidate in document);
  return key === undefined ? "neither" : `"${key}": ${JSON.stringify(document[key])}`;
}
