/** What is wrong with a text, and where; the reader makes a problem of the document of it. */
export class YamlError extends SyntaxError {
  /** In UTF-16 units. */
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = "YamlError";
    this.offset = offset;
  }
}
