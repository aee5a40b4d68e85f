/** A document that is no CustomResourceDefinition which this reader can read. */
export class CrdSyntaxError extends SyntaxError {
  override readonly name = "CrdSyntaxError";
}
