import { CommandError } from "@kubeschema/command-kit";
import { readValues } from "@kubeschema/manifest-reader";
import type { SnapshotSource } from "../observe/snapshot-objects.ts";
import { howToDump } from "./how-to-dump.ts";
import type { SourceText } from "./read-texts.ts";

/**
 * Decodes the YAML or JSON of a snapshot, each document when it is needed.
 *
 * @throws {CommandError} While the documents are read, if there is one that cannot be.
 */
export function decodeSnapshot({ name, text }: SourceText): SnapshotSource {
  return { name, documents: decode(name, text) };
}

function* decode(name: string, text: string): Generator<unknown> {
  // Printed by kubectl, and perhaps once more by a tool that follows YAML 1.2.
  for (const read of readValues(text, { booleans: "true-false" })) {
    if (read.problem === undefined) {
      yield read.value;
      continue;
    }
    throw new CommandError(`Cannot read "${name}", line ${read.line}: ${read.problem}`, { hint: howToDump });
  }
}
