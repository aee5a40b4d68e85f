import { escapeText } from "@kubeschema/command-kit/escape-text";
import type { Evaluation } from "../evaluate/evaluation.ts";
import type { Finding } from "../evaluate/finding.ts";
import { allRules } from "../rules/all-rules.ts";
import type { RuleFacts } from "../rules/rule/rule.ts";
import { describeFinding } from "./describe-finding.ts";
import { findOrigin } from "./find-origin.ts";
import type { ReportOptions } from "./report-options.ts";
import { toSentence } from "./to-sentence.ts";

const levels = { error: "error", warning: "warning", info: "note" } as const;

/**
 * Formats SARIF 2.1.0: a result for each finding, its id as fingerprint, so that an alert stays the same alert.
 *
 * The place is the object, and a line of its file if it came from one; code scanning shows only results with a file.
 *
 * @see {@link https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html}
 */
export function formatSarifReport(evaluation: Evaluation, options: ReportOptions): string {
  const driver = {
    name: "ingress-diff",
    semanticVersion: options.toolVersion,
    rules: allRules.map(toSarifRule),
  };
  const run = {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    automationDetails: { id: `ingress-diff/${escapeText(evaluation.view.source)}` },
    results: evaluation.findings.map((finding) => toSarifResult(finding, evaluation, options)),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function toSarifRule({ id, summary, severity, why, fix }: RuleFacts): object {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    help: { text: `${why}\n\n${toSentence(fix)}` },
    defaultConfiguration: { level: levels[severity] },
  };
}

function toSarifResult(finding: Finding, evaluation: Evaluation, options: ReportOptions): object {
  const { id, rule, severity, outcome, object, fieldPath, should, fix, command } = finding;
  const told = describeFinding(finding, evaluation.routeCounts.get(finding) ?? 0);
  const name = [object.kind, object.namespace, object.name].filter((part) => part !== "").map(escapeText).join("/");
  const origin = findOrigin(finding, options.originOf);
  return {
    ruleId: rule,
    ruleIndex: allRules.findIndex((candidate) => candidate.id === rule),
    // A check that could not be done is neither passed nor failed, whatever it would have been worth.
    ...(outcome === "unknown" ? { kind: "open", level: "none" } : { kind: "fail", level: levels[severity] }),
    message: {
      text: escapeText(`${told}. Should: ${should}. Fix: ${fix}.${command === undefined ? "" : ` Run: ${command}`}`),
    },
    locations: [{
      ...(origin === undefined ? {} : {
        physicalLocation: {
          artifactLocation: { uri: toUri(origin.file) },
          ...(origin.line === undefined ? {} : { region: { startLine: origin.line } }),
        },
      }),
      logicalLocations: [{ fullyQualifiedName: `${name}${escapeText(fieldPath)}`, kind: "resource" }],
    }],
    partialFingerprints: { "ingressDiffFinding/v1": id },
    ...(options.knownIds === undefined ? {} : { baselineState: options.knownIds.has(id) ? "unchanged" : "new" }),
  };
}

function toUri(file: string): string {
  return file.toWellFormed().replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
