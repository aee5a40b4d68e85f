/** A document that is no OpenAPI document of the version asked for. */
export class OpenApiSyntaxError extends SyntaxError {
  override readonly name = "OpenApiSyntaxError";
}
