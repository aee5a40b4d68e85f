/** A fault in a text, with its position; the reader turns it into a problem of the document. */
export class YamlError extends SyntaxError {
  /** In UTF-16 units. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = "YamlError";
    this.offset = offset;
  }
}
