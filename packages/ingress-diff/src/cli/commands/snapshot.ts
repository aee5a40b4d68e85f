import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { type Call, cannotWrite, exitCode } from "@kubeschema/command-kit";
import { formatSnapshot } from "../../observe/snapshot-file.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";
import { observe } from "../observe.ts";
import type { SnapshotCommandOptions } from "./snapshot-command.ts";

const zip = promisify(gzip);

/** Writes what a report reads to a file, compressed if its name ends in `.gz`, else to stdout. */
export async function runSnapshot(options: SnapshotCommandOptions, { world }: Call<IngressDiffWorld>): Promise<number> {
  const view = await observe(options, world);
  const text = formatSnapshot({ ...view, at: options.at ?? view.at });
  const path = options.output;
  if (path === undefined || path === "-") {
    world.stdout.write(text);
    return exitCode.ok;
  }
  const bytes = new TextEncoder().encode(text);
  try {
    await world.files.write(path, path.endsWith(".gz") ? await zip(bytes) : bytes);
  } catch (cause) {
    throw cannotWrite(path, cause, { hint: "another -o FILE" });
  }
  return exitCode.ok;
}
