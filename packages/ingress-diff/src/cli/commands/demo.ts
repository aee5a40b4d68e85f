import { type Call, exitCode } from "@kubeschema/command-kit";
import { observeSnapshot } from "../../observe/observe-snapshot.ts";
import type { ReportingOptions } from "../flags/reporting-flags.ts";
import type { IngressDiffWorld } from "../ingress-diff-world.ts";
import { loadSettings } from "../load-settings.ts";
import { readSnapshotSources } from "../read-snapshot.ts";
import { reportOnView } from "../report-on-view.ts";

/** Reports on the snapshot that the package brings along. */
export async function runDemo(options: ReportingOptions, { world }: Call<IngressDiffWorld>): Promise<number> {
  // The demo is to be the same everywhere, so that only a configuration that is named counts.
  const settings = await loadSettings(options, world, { looksForConfig: false });
  const sources = await readSnapshotSources(world.demoPath, world.files);
  const view = observeSnapshot(sources, { source: "demo snapshot", at: world.now().toISOString() });
  const code = await reportOnView(view, { ...options, names: [] }, world, settings);
  return options.exitZero ? exitCode.ok : code;
}
