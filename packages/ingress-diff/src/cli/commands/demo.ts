import { observeSnapshot } from "../../observe/observe-snapshot.ts";
import type { Edge } from "../edge.ts";
import { loadSettings } from "../load-settings.ts";
import type { Options } from "../parse-options.ts";
import { readSnapshotSources } from "../read-snapshot-texts.ts";
import { reportOnView } from "../report-on-view.ts";

/** Reports on the snapshot that the package brings along. */
export async function runDemo(options: Options, edge: Edge): Promise<number> {
  const settings = await loadSettings(options, edge);
  const sources = await readSnapshotSources(edge.demoPath, edge.files);
  const view = observeSnapshot(sources, { source: "demo snapshot", at: edge.now().toISOString() });
  return reportOnView(view, options, edge, settings);
}
