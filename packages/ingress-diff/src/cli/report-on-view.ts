import type { ClusterView } from "../observe/cluster-view.ts";
import { optional } from "../observe/json-value.ts";
import { keepNewFindings, leaveOutFindings } from "../report/leave-out.ts";
import { reportFormats } from "../report/report-formats.ts";
import type { ReportOptions } from "../report/report-options.ts";
import { toPieces } from "../report/to-pieces.ts";
import { evaluate } from "../evaluate/evaluate.ts";
import type { Edge } from "./edge.ts";
import { exitCodeOf } from "./exit-code.ts";
import { isIgnored } from "./is-ignored.ts";
import type { Settings } from "./load-settings.ts";
import type { Options } from "./parse-options.ts";
import { readSnapshotTexts } from "./read-snapshot-texts.ts";
import { createSelection } from "./select-ingresses.ts";

/** Judges a view, prints the report, and gives the exit code. */
export async function reportOnView(
  view: ClusterView,
  options: Options,
  edge: Edge,
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
    ...await createReportOptions(options, edge, settings),
    hiddenKnownCount: judged.findings.length - shown.findings.length,
  });
  for (const piece of toPieces(text)) {
    edge.stdout.write(piece);
    // What a slow reader has not taken yet would lie in memory, up to the whole report.
    if (await edge.stdout.drained?.() === false) break;
  }
  return options.isExitZero ? 0 : exitCodeOf(judged.findings, failOn, knownIds);
}

async function createReportOptions(options: Options, edge: Edge, settings: Settings): Promise<ReportOptions> {
  const { stdout, env } = edge;
  return {
    width: stdout.columns ?? (Number(env.COLUMNS) || 100),
    hasColor: stdout.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb",
    isVerbose: options.isVerbose,
    toolVersion: edge.version(),
    failOn: settings.failOn,
    ...optional("knownIds", settings.knownIds),
    ...optional("originOf", await createOriginOf(options, edge, settings)),
  };
}

/** Lines are looked up in the snapshot's files, and only for the formats that show them: it means reading them twice. */
async function createOriginOf(
  { snapshot }: Options,
  { files }: Edge,
  { output }: Settings,
): Promise<ReportOptions["originOf"]> {
  if (snapshot === undefined || snapshot === "-" || (output !== "sarif" && output !== "github")) return undefined;
  const { locateObjects } = await import("./locate-objects.ts");
  return locateObjects(await readSnapshotTexts(snapshot, files));
}
