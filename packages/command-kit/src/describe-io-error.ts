import { CommandError, type CommandErrorOptions, reasonOf } from "./command-error.ts";

/** Node's codes in words; each sentence goes on after "Cannot read x: ". */
const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission is denied",
  EADDRINUSE: "the address is in use",
  EADDRNOTAVAIL: "this machine does not have the address",
  EAI_AGAIN: "the name of the host cannot be looked up",
  EBUSY: "it is in use",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was closed",
  EDQUOT: "the disk quota is used up",
  EEXIST: "it exists already",
  EHOSTUNREACH: "the host cannot be reached",
  EIO: "the device reports an error",
  EISDIR: "it is a folder",
  ELOOP: "it is a link that leads in a circle",
  EMFILE: "too many files are open",
  ENAMETOOLONG: "its name is too long",
  ENFILE: "too many files are open on this machine",
  ENOENT: "there is no such file or folder",
  ENOSPC: "there is no space left on the device",
  ENOTDIR: "a part of its path is not a folder",
  ENOTEMPTY: "the folder is not empty",
  ENOTFOUND: "there is no such host",
  EPERM: "permission is denied",
  EPIPE: "its reader is gone",
  EROFS: "it is on a file system that is read-only",
  ETIMEDOUT: "there was no answer in time",
  EXDEV: "it is on another file system",
};

/**
 * Says in words why a file, a pipe or a connection failed; without a code that is known, what the error itself says.
 */
export function describeIoError(error: unknown): string {
  const known = Object.hasOwn(reasons, codeOf(error)) ? reasons[codeOf(error)] : undefined;
  if (known !== undefined) return known;
  // fetch() says nothing more, and why in the cause. What others say is made of their cause already.
  if (error instanceof Error && error.message === "fetch failed" && error.cause !== undefined) {
    return describeIoError(error.cause);
  }
  return reasonOf(error);
}

/** Node's code of an error, such as `ENOENT`; empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** The error for something that cannot be read: `Cannot read "web.yaml": there is no such file or folder`. */
export function cannotRead(path: string, cause: unknown, options: CommandErrorOptions = {}): CommandError {
  if (cause instanceof CommandError) return cause;
  return new CommandError(`Cannot read "${path}": ${describeIoError(cause)}`, { cause, ...options });
}

/** The error for something that cannot be written. */
export function cannotWrite(path: string, cause: unknown, options: CommandErrorOptions = {}): CommandError {
  if (cause instanceof CommandError) return cause;
  return new CommandError(`Cannot write to "${path}": ${describeIoError(cause)}`, { cause, ...options });
}
