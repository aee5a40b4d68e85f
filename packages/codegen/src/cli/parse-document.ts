import { decodeText, readValues } from "@kubeschema/manifest-reader";
import { CommandError, reasonOf } from "@kubeschema/command-kit";

/** One text to read, from a file or elsewhere. */
export interface SourceText {
  /** A name for people, without a path of the machine. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One decoded document. */
export interface SourceDocument {
  readonly name: string;
  readonly value: unknown;
}

/**
 * Decodes JSON, or YAML with any number of documents, as the API server reads it; empty ones are left out.
 *
 * @throws {CommandError} If it is neither, or too large to be processed safely.
 */
export function parseDocuments({ name, bytes }: SourceText): readonly SourceDocument[] {
  const documents: SourceDocument[] = [];
  for (const read of readValues(decode(name, bytes))) {
    if (read.problem !== undefined) throw new CommandError(`Cannot read "${name}", line ${read.line}: ${read.problem}`);
    if (read.value !== null && read.value !== undefined) documents.push({ name, value: read.value });
  }
  return documents;
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (cause) {
    throw new CommandError(`Cannot read "${name}": ${reasonOf(cause)}`, { cause });
  }
}
