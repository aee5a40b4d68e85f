import type { ClusterView } from "../observe/cluster-view.ts";
import { optional } from "../observe/json-value.ts";
import { keepNewFindings, leaveOutFindings } from "../report/leave-out.ts";
import { reportFormats } from "../report/report-formats.ts";
import type { ReportOptions } from "../report/report-options.ts";
import { toPieces } from "../report/to-pieces.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import { exitCodeOfFindings } from "./exit-code-of-findings.ts";
import type { DetailOptions } from "./flags/output-flags.ts";
import type { SnapshotOptions } from "./flags/snapshot-flag.ts";
import type { TimeOptions } from "./flags/time-flag.ts";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";
import { isIgnored } from "./is-ignored.ts";
import type { Settings } from "./load-settings.ts";
import { readSnapshotTexts } from "./read-snapshot.ts";
import { createSelection, type Selection } from "./select-ingresses.ts";
import { textLook } from "./text-look.ts";

/** What of a view to report on, and how. */
export interface ViewOptions extends Selection, DetailOptions, TimeOptions, SnapshotOptions {}

/** Judges a view, prints the report, and gives the exit code. */
export async function reportOnView(
  view: ClusterView,
  options: ViewOptions,
  world: IngressDiffWorld,
  settings: Settings,
): Promise<number> {
  const { severities, expiringWithinMs, failOn, knownIds } = settings;
  const all = evaluate(view, {
    at: options.at ?? view.at,
    select: createSelection(view, options),
    ...optional("severities", severities),
    ...optional("expiringWithinMs", expiringWithinMs),
  });
  const judged = leaveOutFindings(all, (finding) => isIgnored(finding, settings.ignore));
  const shown = settings.isNewOnly && knownIds !== undefined ? keepNewFindings(judged, knownIds) : judged;
  const format = reportFormats.find(({ name }) => name === settings.output);
  if (format === undefined) throw new RangeError(`Cannot print "${settings.output}": there is no such format`);
  const formatter = await format.load();
  const text = formatter(shown, {
    ...await createReportOptions(options, world, settings),
    hiddenKnownCount: judged.findings.length - shown.findings.length,
  });
  for (const piece of toPieces(text)) {
    world.stdout.write(piece);
    // What a slow reader has not taken yet would lie in memory, up to the whole report.
    if (await world.stdout.drained?.() === false) break;
  }
  return exitCodeOfFindings(judged.findings, failOn, knownIds);
}

async function createReportOptions(
  options: ViewOptions,
  world: IngressDiffWorld,
  settings: Settings,
): Promise<ReportOptions> {
  return {
    ...textLook(options, world),
    toolVersion: world.version(),
    failOn: settings.failOn,
    ...optional("knownIds", settings.knownIds),
    ...optional("originOf", await createOriginOf(options, world, settings)),
  };
}

/** Lines are looked up in the snapshot's files, and only for the formats that show them: it means reading them twice. */
async function createOriginOf(
  { snapshot }: SnapshotOptions,
  { files }: IngressDiffWorld,
  { output }: Settings,
): Promise<ReportOptions["originOf"]> {
  if (snapshot === undefined || snapshot === "-" || (output !== "sarif" && output !== "github")) return undefined;
  const { locateObjects } = await import("./locate-objects.ts");
  return locateObjects(await readSnapshotTexts(snapshot, files));
}
