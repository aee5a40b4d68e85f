import type { JsonObject } from "../json-object.ts";

/** A document that is no OpenAPI document of the version asked for. */
export class OpenApiSyntaxError extends SyntaxError {
  override readonly name = "OpenApiSyntaxError";
}

/** What a document says it is: `"openapi": "3.1.0"`, or `neither`. */
export function describeOpenApi(document: JsonObject): string {
  const key = ["swagger", "openapi", "swaggerVersion"].find((candidate) => candidate in document);
  return key === undefined ? "neither" : `"${key}": ${JSON.stringify(document[key])}`;
}
