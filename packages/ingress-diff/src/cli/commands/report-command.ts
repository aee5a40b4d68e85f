import { type Command, defineCommand, type FlagTable } from "@kubeschema/command-kit";
import { connectionFlags, type ConnectionOptions } from "../flags/connection-flags.ts";
import { checkReporting, reportingFlags, type ReportingOptions } from "../flags/reporting-flags.ts";
import { shardFlag, type ShardOptions } from "../flags/selection-flags.ts";
import { checkSource, snapshotFlag, type SnapshotOptions } from "../flags/snapshot-flag.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";

/** What to report on, and how. */
export interface ReportOptions extends ReportingOptions, ShardOptions, SnapshotOptions, ConnectionOptions {}

/** The flags of `report`. */
const reportFlags: FlagTable<ReportOptions> = {
  ...reportingFlags,
  ...shardFlag,
  ...snapshotFlag,
  ...connectionFlags,
};

/** `report`: what is wrong with the Ingresses of a cluster or a snapshot. */
export const reportCommand: Command<IngressDiffWorld> = defineCommand<ReportOptions, IngressDiffWorld>({
  summary: "tell which routes of a cluster or a snapshot are broken, and why",
  description:
    "Tells which routes of a cluster or a snapshot are broken, why, and what to do. NAME is an Ingress, as name or " +
    "namespace/name; without one, every Ingress is reported on.",
  examples: ["ingress-diff -A", "ingress-diff checkout -n shop -o json"],
  flags: reportFlags,
  operands: { usage: "[NAME...]", expects: "names of Ingresses" },
  check: (options) => {
    checkReporting(options);
    checkSource(options);
  },
  run: async (options, call) => (await import("./report.ts")).runReport(options, call),
});
