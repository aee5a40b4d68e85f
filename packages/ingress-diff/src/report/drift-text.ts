import { escapeText } from "@kubeschema/command-kit/escape-text";
import { createPaint, type Look, type Paint } from "@kubeschema/command-kit/terminal";
import { wrapText } from "@kubeschema/command-kit/wrap-text";
import { countVerdicts, type DriftReport } from "../drift/drift-report.ts";
import type { FieldOwner } from "../drift/field-owners.ts";
import { formatFieldPath } from "../drift/field-path.ts";
import type { IngressDrift, KeptField, OwnedChange } from "../drift/ingress-drift.ts";
import { problemLines } from "./problem-lines.ts";

/** How the text of a drift report is to look. */
export interface DriftTextOptions {
  readonly width: number;
  readonly hasColor: boolean;
  /** Shows unchanged Ingresses, ignored changes and fields that apply keeps. */
  readonly isVerbose: boolean;
}

/** Formats what manifests would change for people: a block for each Ingress, the field's path first, then the counts. */
export function formatTextDrift(report: DriftReport, options: DriftTextOptions): string {
  const paint = createPaint(options.hasColor);
  const width = Math.max(60, options.width);
  const shown = report.ingresses.filter((drift) => options.isVerbose || isWorthShowing(drift));
  const lines = [
    ...formatHead(report, width).map((line) => paint("dim", line)),
    "",
    ...shown.flatMap((drift) => [...formatIngress(drift, { ...options, width, paint }), ""]),
    ...report.issues.map((issue) =>
      `${paint("red", "✗")} ${escapeText(`${issue.file}:${issue.line}  cannot be read: ${issue.message}`)}`
    ),
    ...(report.issues.length > 0 ? [""] : []),
    formatSummary(report, paint),
  ];
  return `${lines.map((line) => line.trimEnd()).join("\n")}\n`;
}

interface BlockOptions extends DriftTextOptions {
  readonly paint: Paint;
}

const signs: Readonly<Record<IngressDrift["verdict"], { readonly sign: string; readonly look: Look }>> = {
  unchanged: { sign: "✓", look: "green" },
  changed: { sign: "±", look: "yellow" },
  new: { sign: "+", look: "green" },
  refused: { sign: "✗", look: "red" },
  unknown: { sign: "?", look: "yellow" },
};

const changeSigns: Readonly<Record<OwnedChange["type"], { readonly sign: string; readonly look: Look }>> = {
  added: { sign: "+", look: "green" },
  removed: { sign: "−", look: "red" },
  changed: { sign: "±", look: "yellow" },
  moved: { sign: "⇆", look: "cyan" },
};

function isWorthShowing({ verdict }: IngressDrift): boolean {
  return verdict !== "unchanged";
}

function formatHead({ source, serverVersion, at, isComplete }: DriftReport, width: number): readonly string[] {
  const version = serverVersion === undefined ? "" : ` · Kubernetes ${serverVersion}`;
  const time = at.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC");
  const lines = [`${source}${version} · as of ${time}`];
  if (!isComplete) lines.push("The lists changed while they were read: this is not a single point in time.");
  return lines.flatMap((line) => wrapText(escapeText(line), width));
}

function formatIngress(drift: IngressDrift, options: BlockOptions): readonly string[] {
  const { paint, isVerbose } = options;
  const { sign, look } = signs[drift.verdict];
  const name = escapeText(`${drift.namespace}/${drift.name}`);
  const place = escapeText(`${drift.place.file}:${drift.place.line}`);
  const lines = [`${paint(look, sign)} ${paint("bold", name)}  ${verdictOf(drift)}  ${paint("dim", place)}`];
  for (const { file, line, fieldPath, message } of drift.issues) {
    const where = fieldPath === "" ? "" : `${fieldPath}: `;
    lines.push(...indent(4, wrapText(escapeText(`${file}:${line}  ${where}${message}`), options.width - 4)));
  }
  if (drift.problem !== undefined) {
    for (const line of problemLines(drift.problem)) {
      lines.push(...indent(4, wrapText(escapeText(line), options.width - 4)));
    }
  }
  for (const change of drift.changes) lines.push(...formatChange(change, drift, options));
  if (!isVerbose) return lines;
  for (const change of drift.ignored) lines.push(...formatChange(change, drift, options, "  (ignored)"));
  for (const field of drift.kept) lines.push(...formatKept(field, drift, options));
  return lines;
}

function verdictOf({ verdict, changes, isOrderOnly }: IngressDrift): string {
  switch (verdict) {
    case "changed":
      if (isOrderOnly) return "changed in order only";
      return changes.length === 1 ? "1 change" : `${changes.length} changes`;
    case "new":
      return "would be created";
    case "refused":
      return "would be refused";
    case "unknown":
      return "could not be compared";
    case "unchanged":
      return "unchanged";
  }
}

function formatChange(change: OwnedChange, drift: IngressDrift, options: BlockOptions, note = ""): readonly string[] {
  const { sign, look } = changeSigns[change.type];
  const { paint } = options;
  const lines = [`  ${paint(look, sign)} ${escapeText(formatFieldPath(change.path))}${note}`];
  if (change.live !== undefined) {
    lines.push(...formatValue("live", change.live, options));
    lines.push(...formatOwners(change.owners, drift, options));
  }
  if (change.desired !== undefined) lines.push(...formatValue("manifest", change.desired, options));
  return lines;
}

function formatKept({ path, live, owners }: KeptField, drift: IngressDrift, options: BlockOptions): readonly string[] {
  return [
    `  ${options.paint("dim", "=")} ${escapeText(formatFieldPath(path))}  (only live; apply keeps it)`,
    ...formatValue("live", live, options),
    ...formatOwners(owners, drift, options),
  ];
}

function formatValue(label: string, value: unknown, { width, paint, isVerbose }: BlockOptions): readonly string[] {
  // A line break at every space that JSON allows for: long values wrap there.
  const text = JSON.stringify(value, undefined, 1).replace(/\n\s*/g, " ");
  const lines = wrapText(escapeText(text), width - labelWidth - 6);
  const shown = isVerbose ? lines : lines.slice(0, valueLineLimit);
  const rest = lines.length - shown.length;
  return [...shown, ...(rest > 0 ? [`… and ${rest} more lines; --verbose shows all`] : [])].map((line, index) =>
    `      ${paint("dim", (index === 0 ? label : "").padEnd(labelWidth))}${line}`
  );
}

/** A list that moved can have ten thousand items. */
const valueLineLimit = 10;

const labelWidth = 10;

function formatOwners(
  owners: readonly FieldOwner[],
  { isOwnershipKnown }: IngressDrift,
  { width, paint }: BlockOptions,
): readonly string[] {
  if (!isOwnershipKnown) return [];
  const texts = owners.map(({ manager, operation, time }) =>
    `${manager} (${operation})${time === undefined ? "" : `, ${time.replace("T", " ").replace(/Z$/, " UTC")}`}`
  );
  const text = texts.length === 0 ? "nobody that managedFields names" : texts.join("; ");
  return wrapText(escapeText(text), width - labelWidth - 6).map((line, index) =>
    `      ${paint("dim", (index === 0 ? "owner" : "").padEnd(labelWidth))}${line}`
  );
}

function formatSummary(report: DriftReport, paint: Paint): string {
  const counts = countVerdicts(report);
  const parts = [
    paint("green", `${counts.unchanged} unchanged`),
    ...(counts.changed > 0 ? [paint("yellow", `${counts.changed} changed`)] : []),
    ...(counts.new > 0 ? [paint("yellow", `${counts.new} new`)] : []),
    ...(counts.refused > 0 ? [paint("red", `${counts.refused} would be refused`)] : []),
    ...(counts.unknown > 0 ? [paint("yellow", `${counts.unknown} could not be compared`)] : []),
  ];
  const total = report.ingresses.length;
  const ignored = report.ingresses.reduce((sum, drift) => sum + drift.ignored.length, 0);
  const notes = [
    ...(ignored === 0 ? [] : [`${ignored === 1 ? "1 change" : `${ignored} changes`} ignored`]),
    ...(report.otherCount === 0 ? [] : [
      `${report.otherCount === 1 ? "1 object of another kind" : `${report.otherCount} objects of other kinds`} skipped`,
    ]),
    ...(report.issues.length === 0 ? [] : [`${report.issues.length} could not be read`]),
    ...(report.ingresses.some((drift) => !drift.isOwnershipKnown)
      ? ["no managedFields, so not who changed it (kubectl get --show-managed-fields)"]
      : []),
  ];
  return `${total === 1 ? "1 Ingress" : `${total} Ingresses`}: ${[parts.join(", "), ...notes].join("; ")}`;
}

function indent(count: number, lines: readonly string[]): readonly string[] {
  return lines.map((line) => `${" ".repeat(count)}${line}`);
}
