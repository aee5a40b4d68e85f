import { type Call, exitCode } from "@kubeschema/command-kit";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";
import { loadSettings } from "../load-settings.ts";
import { observe } from "../observe.ts";
import type { ReportOptions } from "./report-command.ts";

/** Reports on a cluster or a snapshot. */
export async function runReport(options: ReportOptions, call: Call<IngressDiffWorld>): Promise<number> {
  const { operands, world } = call;
  // First: a mistake in a configuration should not cost a minute of reading a cluster.
  const settings = await loadSettings(options, world);
  const view = await observe(options, world);
  // Loaded here: the rules are a large part of the program, and the cluster is asked before they are needed.
  const { reportOnView } = await import("../report-on-view.ts");
  const code = await reportOnView(view, { ...options, names: operands }, world, settings);
  return options.exitZero ? exitCode.ok : code;
}
