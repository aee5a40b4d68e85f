/** An input that cannot be used. The message names the input and says what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
}
