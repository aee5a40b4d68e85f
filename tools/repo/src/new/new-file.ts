/** A file that `npm run new` writes: a new one, or a list of the repository with one more line. */
export interface NewFile {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** Reads a file of the repository by its path; `undefined` if it does not exist. */
export type ReadFile = (path: string) => string | undefined;

/** Precedes everything that a person has to write; a test finds it wherever it is left. */
export const fillIn = "FILL IN:";

/**
 * Reads a list that a line is added to.
 *
 * @throws {Error} If it does not exist: then it has moved, and this command must be adapted.
 */
export function readList(read: ReadFile, path: string): string {
  const text = read(path);
  if (text === undefined) throw new Error(`Cannot add a line to ${path}: there is no such file`);
  return text;
}

/**
 * Makes a new file.
 *
 * @throws {Error} If it already exists.
 */
export function createFile(read: ReadFile, path: string, text: string): NewFile {
  if (read(path) !== undefined) throw new Error(`Cannot write ${path}: it already exists`);
  return { path, text };
}
