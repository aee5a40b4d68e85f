import { escapeText } from "@kubeschema/command-kit/escape-text";
import { countVerdicts, type DriftReport } from "../drift/drift-report.ts";
import { formatFieldPath } from "../drift/field-path.ts";
import type { IngressDrift, OwnedChange } from "../drift/ingress-drift.ts";
import type { ManifestIssue, ManifestPlace } from "../drift/manifest.ts";
import { countOf } from "./describe-finding.ts";
import { escapeData, escapeProperty } from "./github-report.ts";
import { problemLines } from "./problem-lines.ts";

/**
 * Formats what manifests would change as annotations of GitHub Actions on their lines, and a line for the log: an error
 * for what would be refused, a warning for a change, a notice for a new Ingress.
 *
 * @see {@link https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands}
 */
export function formatGithubDrift(report: DriftReport): string {
  const { unchanged, changed, new: created, refused, unknown } = countVerdicts(report);
  const lines = [
    ...report.ingresses.flatMap(annotate),
    ...report.issues.map((issue) => format("error", issue, "Manifest", describeIssue(issue))),
    `${countOf(report.ingresses.length, "Ingress", "Ingresses")}: ${unchanged} unchanged, ${changed} changed, ` +
    `${created} new, ${refused} refused, ${unknown} unknown`,
  ];
  return `${lines.join("\n")}\n`;
}

function annotate(drift: IngressDrift): readonly string[] {
  const title = `Ingress ${drift.namespace}/${drift.name}`;
  const { place, problem, isOrderOnly, changes } = drift;
  switch (drift.verdict) {
    case "unchanged":
      return [];
    case "new":
      return [format("notice", place, title, ["would be created"])];
    case "refused":
      return drift.issues.map((issue) => format("error", issue, title, describeIssue(issue)));
    case "unknown":
      return [format("error", place, title, problem === undefined ? [] : problemLines(problem))];
    case "changed": {
      const head = isOrderOnly ? "changed in order only" : countOf(changes.length, "change");
      return [format("warning", place, title, [head, ...changes.map(describeChange)])];
    }
  }
}

function describeIssue({ fieldPath, message }: ManifestIssue): readonly string[] {
  return [fieldPath === "" ? message : `${fieldPath}: ${message}`];
}

function describeChange({ type, path, live, desired, owners }: OwnedChange): string {
  const who = owners.length === 0 ? "" : ` (live by ${owners.map(({ manager }) => manager).join(", ")})`;
  const value = (given: unknown): string => (given === undefined ? "nothing" : JSON.stringify(given));
  return `${type} ${formatFieldPath(path)}: ${value(live)} becomes ${value(desired)}${who}`;
}

function format(level: string, { file, line }: ManifestPlace, title: string, message: readonly string[]): string {
  const properties = `file=${escapeProperty(escapeText(file))},line=${line},title=${escapeProperty(escapeText(title))}`;
  return `::${level} ${properties}::${escapeData(message.map(escapeText).join("\n"))}`;
}
