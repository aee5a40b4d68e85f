import { type Command, defineCommand, type FlagTable, inGroup, textFlag } from "@kubeschema/command-kit";
import { connectionFlags, type ConnectionOptions } from "../flags/connection-flags.ts";
import { checkScope, scopeFlags, type ScopeOptions } from "../flags/scope-flags.ts";
import { checkSource, snapshotFlag, type SnapshotOptions } from "../flags/snapshot-flag.ts";
import { timeFlag, type TimeOptions } from "../flags/time-flag.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";

/** What to keep, and where. */
export interface SnapshotCommandOptions extends ScopeOptions, TimeOptions, SnapshotOptions, ConnectionOptions {
  /** The path to write to. */
  readonly output?: string;
}

/** The flags of `snapshot`. */
const snapshotFlags: FlagTable<SnapshotCommandOptions> = {
  ...scopeFlags,
  ...inGroup<Pick<SnapshotCommandOptions, "output">>("Output", {
    output: textFlag({
      short: "o",
      value: "FILE",
      help: "where to write it, compressed if the name ends in .gz; the default is stdout",
    }),
  }),
  ...timeFlag,
  ...snapshotFlag,
  ...connectionFlags,
};

/** `snapshot`: what a report reads, as one file. */
export const snapshotCommand: Command<IngressDiffWorld> = defineCommand<SnapshotCommandOptions, IngressDiffWorld>({
  summary: "write what a report reads to one file: certificates, but no keys",
  examples: ["ingress-diff snapshot -A -o monday.json.gz", "ingress-diff snapshot -n shop > shop.json"],
  flags: snapshotFlags,
  check: (options) => {
    checkScope(options);
    checkSource(options);
  },
  run: async (options, call) => (await import("./snapshot.ts")).runSnapshot(options, call),
});
