import { CommandError } from "@kubeschema/command-kit";

/**
 * Looks something up that the user named. That it is not there is no mistake of ours, which would be worth a stack.
 *
 * @throws {CommandError} If it is not there; the message lists what is.
 */
export function findOrRefuse<T>(find: () => T): T {
  try {
    return find();
  } catch (cause) {
    if (cause instanceof RangeError) throw new CommandError(cause.message, { cause });
    throw cause;
  }
}
