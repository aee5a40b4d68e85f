/** What the command could not do: a message for people, with what to try. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly hint: string;

  constructor(message: string, hint = "kubeschema-validate --help") {
    super(message);
    this.hint = hint;
  }
}
