import { type Command, defineCommand, type FlagTable, UsageError } from "@kubeschema/command-kit";
import { checkConnection, connectionFlags, type ConnectionOptions } from "../flags/connection-flags.ts";
import { firstConnectionFlag } from "../flags/connection-flags.ts";
import { detailFlag, type DetailOptions, exitFlag, type ExitOptions, outputFlag } from "../flags/output-flags.ts";
import { checkScope, scopeFlags, type ScopeOptions } from "../flags/scope-flags.ts";
import { judgementFlags, type JudgementOptions } from "../flags/settings-flags.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";

/** What to compare of two observations, and how to print it. */
export interface CompareOptions extends ScopeOptions, DetailOptions, ExitOptions, JudgementOptions, ConnectionOptions {
  readonly output: "text" | "json";
}

/** The flags of `compare`. */
const compareFlags: FlagTable<CompareOptions> = {
  ...scopeFlags,
  ...outputFlag("text", "json"),
  ...detailFlag,
  ...exitFlag,
  ...judgementFlags,
  ...connectionFlags,
};

/** `compare`: what is different between two observations. */
export const compareCommand: Command<IngressDiffWorld> = defineCommand<CompareOptions, IngressDiffWorld>({
  summary: "tell what is different between two snapshots, or between one and the cluster",
  description:
    "Tells which addresses, classes, Ingresses and findings are different between two snapshots, or between one and " +
    "the cluster as it is now, which is named live.",
  examples: ["ingress-diff compare monday.json.gz live", "ingress-diff compare before.json after.json -o json"],
  flags: compareFlags,
  operands: {
    usage: "OLD NEW|live",
    expects: 'two snapshots, or a snapshot and "live"',
    min: 2,
    max: 2,
    completes: ["FILE", "live"],
  },
  check: (options, [before, after]) => {
    checkScope(options);
    checkConnection(options);
    if (before === "live" || (before === "-" && after === "-")) {
      throw new UsageError(`"compare" begins with the older snapshot, found "${before}"`);
    }
    const flag = after === "live" ? undefined : firstConnectionFlag(options);
    if (flag !== undefined) throw new UsageError(`Two snapshots need no cluster, so ${flag} goes only with "live"`);
  },
  run: async (options, call) => (await import("./compare.ts")).runCompare(options, call),
});
