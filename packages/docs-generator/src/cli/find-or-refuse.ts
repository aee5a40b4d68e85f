import { CommandError } from "@kubeschema/command-kit";

/**
 * Looks up something that the user named. If it is missing, that is not a fault of ours, for which a stack would help.
 *
 * @throws {CommandError} If it is missing; the message lists what exists.
 */
export function findOrRefuse<T>(find: () => T): T {
  try {
    return find();
  } catch (cause) {
    if (cause instanceof RangeError) throw new CommandError(cause.message, { cause });
    throw cause;
  }
}
