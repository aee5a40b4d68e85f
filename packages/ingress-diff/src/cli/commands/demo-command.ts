import { type Command, defineCommand } from "@kubeschema/command-kit";
import { checkReporting, reportingFlags, type ReportingOptions } from "../flags/reporting-flags.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";

/** `demo`: a report without a cluster. */
export const demoCommand: Command<IngressDiffWorld> = defineCommand<ReportingOptions, IngressDiffWorld>({
  summary: "report on the snapshot of a shop's cluster, without a cluster",
  examples: ["ingress-diff demo", "ingress-diff demo -n checkout -o wide"],
  flags: reportingFlags,
  check: checkReporting,
  run: async (options, call) => (await import("./demo.ts")).runDemo(options, call),
});
