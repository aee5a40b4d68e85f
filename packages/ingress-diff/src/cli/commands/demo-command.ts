import { type Command, defineCommand, type FlagTable } from "@kubeschema/command-kit";
import { detailFlag, type DetailOptions, exitFlag, type ExitOptions } from "../flags/output-flags.ts";
import { reportOutputFlag, type ReportOutputOptions } from "../flags/output-flags.ts";
import { checkScope, scopeFlags, type ScopeOptions } from "../flags/scope-flags.ts";
import { selectionFlags, type SelectionOptions } from "../flags/selection-flags.ts";
import { checkVerdict, judgementFlags, type JudgementOptions } from "../flags/settings-flags.ts";
import { verdictFlags, type VerdictOptions } from "../flags/settings-flags.ts";
import { timeFlag, type TimeOptions } from "../flags/time-flag.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";

/** What of the demo to report on, and how. */
export interface DemoOptions
  extends
    ScopeOptions,
    SelectionOptions,
    ReportOutputOptions,
    DetailOptions,
    ExitOptions,
    TimeOptions,
    JudgementOptions,
    VerdictOptions {}

/** The flags of `demo`. */
export const demoFlags: FlagTable<DemoOptions> = {
  ...scopeFlags,
  ...selectionFlags,
  ...reportOutputFlag,
  ...detailFlag,
  ...exitFlag,
  ...verdictFlags,
  ...judgementFlags,
  ...timeFlag,
};

/** `demo`: a report without a cluster. */
export const demoCommand: Command<IngressDiffWorld> = defineCommand<DemoOptions, IngressDiffWorld>({
  summary: "report on the snapshot of a shop's cluster, without a cluster",
  examples: ["ingress-diff demo", "ingress-diff demo -n checkout -o wide"],
  flags: demoFlags,
  check: (options) => {
    checkScope(options);
    checkVerdict(options);
  },
  run: async (options, call) => (await import("./demo.ts")).runDemo(options, call),
});
