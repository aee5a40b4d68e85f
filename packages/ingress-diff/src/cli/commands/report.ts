import type { Edge } from "../edge.ts";
import { loadSettings } from "../load-settings.ts";
import { observe } from "../observe.ts";
import type { Options } from "../parse-options.ts";

/** Reports on a cluster or a snapshot. */
export async function runReport(options: Options, edge: Edge): Promise<number> {
  if (options.isPrintRbac) return (await import("../print-rbac.ts")).printRbac(options, edge);
  if (options.drift !== undefined) return (await import("./drift.ts")).runDrift(options, options.drift, edge);
  if (options.isWatch) return (await import("./watch.ts")).runWatch(options, edge);
  // First: a mistake in a configuration should not cost a minute of reading a cluster.
  const settings = await loadSettings(options, edge);
  const view = await observe(options, edge);
  // Loaded here: the rules are a large part of the program, and the cluster is asked before they are needed.
  const { reportOnView } = await import("../report-on-view.ts");
  return reportOnView(view, options, edge, settings);
}
