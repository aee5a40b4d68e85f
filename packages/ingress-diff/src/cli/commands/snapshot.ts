import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { ObservationError } from "../../observe/observation-error.ts";
import { formatSnapshot } from "../../observe/snapshot-file.ts";
import type { Edge } from "../edge.ts";
import { observe } from "../observe.ts";
import type { Options } from "../parse-options.ts";

const zip = promisify(gzip);

/** Writes what a report reads to a file, compressed if its name ends in `.gz`, else to stdout. */
export async function runSnapshot(options: Options, edge: Edge): Promise<number> {
  const view = await observe(options, edge);
  const text = formatSnapshot({ ...view, at: options.at ?? view.at });
  const path = options.outputFile;
  if (path === undefined || path === "-") {
    edge.stdout.write(text);
    return 0;
  }
  const bytes = new TextEncoder().encode(text);
  try {
    await edge.files.write(path, path.endsWith(".gz") ? await zip(bytes) : bytes);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ObservationError(`Cannot write "${path}": ${reason}`, "another -o FILE", { cause });
  }
  return 0;
}
