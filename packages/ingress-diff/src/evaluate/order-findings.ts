import { objectKey } from "../observe/object-key.ts";
import { compareText } from "@kubeschema/model/compare-text";
import type { Finding } from "./finding.ts";
import type { RuleResult } from "./rule-result.ts";

/** A finding with everything that only follows from it. */
export interface CauseGroup {
  readonly cause: Finding;
  readonly folded: readonly Finding[];
}

/**
 * Puts the worst first, and behind each finding what only follows from it. A cause counts as much as the worst that
 * follows from it.
 */
export function orderFindings(results: readonly RuleResult[]): readonly Finding[] {
  const sorted = results.toSorted(compareResults).map(({ finding }) => finding);
  return groupByCause(sorted).flatMap(({ cause, folded }) => [cause, ...folded]);
}

/**
 * Groups findings under their causes, in the order in which each group first appears. A finding whose cause is not among
 * them (it was left out) stands for itself.
 */
export function groupByCause(findings: readonly Finding[]): readonly CauseGroup[] {
  const byId = new Map(findings.toReversed().map((finding) => [finding.id, finding]));
  const idOfCause = ({ id, cause }: Finding): string => cause !== undefined && byId.has(cause) ? cause : id;
  return [...Map.groupBy(findings, idOfCause)].flatMap(([id, group]) => {
    // Two events of one reason at one object have one id, and are one finding.
    const cause = byId.get(id);
    return cause === undefined ? [] : [{ cause, folded: group.filter((finding) => finding.id !== id) }];
  });
}

const weights = { error: 0, warning: 1, info: 2, fail: 0, unknown: 1 } as const;

function compareResults(a: RuleResult, b: RuleResult): number {
  return weights[a.finding.severity] - weights[b.finding.severity] ||
    weights[a.finding.outcome] - weights[b.finding.outcome] ||
    b.routes.length - a.routes.length ||
    compareText(a.finding.rule, b.finding.rule) ||
    compareText(objectKey(a.finding.object), objectKey(b.finding.object)) ||
    compareText(a.finding.id, b.finding.id);
}
