/** A command line that cannot be understood; the message says what to try. */
export class UsageError extends TypeError {
  override readonly name = "UsageError";
}
