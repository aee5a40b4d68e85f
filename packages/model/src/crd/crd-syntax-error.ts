/** Thrown for a document that is not a CustomResourceDefinition, or not one that this reader can read. */
export class CrdSyntaxError extends SyntaxError {
  override readonly name = "CrdSyntaxError";
}
