import { type Command, defineCommand, type FlagTable } from "@kubeschema/command-kit";
import { connectionFlags, type ConnectionOptions } from "../flags/connection-flags.ts";
import { detailFlag, type DetailOptions, exitFlag, type ExitOptions } from "../flags/output-flags.ts";
import { reportOutputFlag, type ReportOutputOptions } from "../flags/output-flags.ts";
import { checkScope, scopeFlags, type ScopeOptions } from "../flags/scope-flags.ts";
import { selectionFlags, type SelectionOptions, shardFlag, type ShardOptions } from "../flags/selection-flags.ts";
import { checkVerdict, judgementFlags, type JudgementOptions } from "../flags/settings-flags.ts";
import { verdictFlags, type VerdictOptions } from "../flags/settings-flags.ts";
import { checkSource, snapshotFlag, type SnapshotOptions } from "../flags/snapshot-flag.ts";
import { timeFlag, type TimeOptions } from "../flags/time-flag.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";

/** What to report on, and how. */
export interface ReportOptions
  extends
    ScopeOptions,
    SelectionOptions,
    ShardOptions,
    ReportOutputOptions,
    DetailOptions,
    ExitOptions,
    TimeOptions,
    JudgementOptions,
    VerdictOptions,
    SnapshotOptions,
    ConnectionOptions {}

/** The flags of `report`. */
export const reportFlags: FlagTable<ReportOptions> = {
  ...scopeFlags,
  ...selectionFlags,
  ...shardFlag,
  ...reportOutputFlag,
  ...detailFlag,
  ...exitFlag,
  ...verdictFlags,
  ...judgementFlags,
  ...timeFlag,
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
    checkScope(options);
    checkSource(options);
    checkVerdict(options);
  },
  run: async (options, call) => (await import("./report.ts")).runReport(options, call),
});
