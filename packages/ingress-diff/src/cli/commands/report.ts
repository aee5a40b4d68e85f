import type { Edge } from "../edge.ts";
import { observe } from "../observe.ts";
import type { Options } from "../parse-options.ts";
import { reportOnView } from "../report-on-view.ts";

/** Reports on a cluster or a snapshot. */
export async function runReport(options: Options, edge: Edge): Promise<number> {
  return reportOnView(await observe(options, edge), options, edge);
}
