import { CommandError } from "@kubeschema/command-kit";

/** An input that cannot be used. The message names the input and says what to do. */
export class InputError extends CommandError {
  override readonly name = "InputError";
}
