import { readValues } from "@kubeschema/manifest-reader";
import { ObservationError } from "../observe/observation-error.ts";
import type { SnapshotSource } from "../observe/snapshot-objects.ts";
import type { SourceText } from "./read-texts.ts";

/**
 * Decodes the YAML or JSON of a snapshot, each document when it is asked for.
 *
 * @throws {ObservationError} While the documents are read, if there is one that cannot be.
 */
export function decodeSnapshot({ name, text }: SourceText): SnapshotSource {
  return { name, documents: decode(name, text) };
}

function* decode(name: string, text: string): Generator<unknown> {
  for (const read of readValues(text)) {
    if (read.problem === undefined) {
      yield read.value;
      continue;
    }
    throw new ObservationError(
      `Cannot read snapshot "${name}": not YAML or JSON: line ${read.line}: ${read.problem}`,
      "kubectl get ingresses,ingressclasses,services,endpointslices,secrets -A -o yaml > snapshot.yaml",
    );
  }
}
