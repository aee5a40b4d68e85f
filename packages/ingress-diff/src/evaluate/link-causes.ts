import { optional } from "../observe/json-value.ts";
import { kindKey } from "../observe/object-key.ts";
import { factsOf } from "../rules/all-rules.ts";
import type { RuleName } from "../rules/rule/rule.ts";
import type { Finding } from "./finding.ts";
import type { RuleResult } from "./rule-result.ts";

/**
 * Says of each finding that only follows from another which one that is: always one without a cause of its own. Which
 * rules a finding may follow from, its rule says (`followsFrom`).
 */
export function linkCauses(results: readonly RuleResult[]): readonly RuleResult[] {
  const failures = new Map<string, RuleResult[]>();
  for (const result of results) {
    const { finding } = result;
    if (finding.outcome !== "fail") continue;
    for (const ref of [finding.object, ...finding.consequences ?? []]) {
      const known = failures.get(kindKey(ref));
      if (known === undefined) failures.set(kindKey(ref), [result]);
      else known.push(result);
    }
  }
  const causes = new Map<Finding, Finding>();
  for (const result of results) {
    const { finding } = result;
    if (finding.outcome !== "fail") continue;
    const cause = findCause(result, failures);
    if (cause !== undefined) causes.set(finding, cause);
  }
  if (causes.size === 0) return results;
  return results.map((result) => {
    const cause = causes.get(result.finding);
    return cause === undefined ? result : { ...result, finding: withCause(result.finding, rootOf(cause, causes).id) };
  });
}

/** What failed at each object, or hits it, by its key. */
type Failures = ReadonlyMap<string, readonly RuleResult[]>;

function findCause(result: RuleResult, failures: Failures): Finding | undefined {
  const { sameObject = [], sameRoutes = [], namedObject = [] } = factsOf(result.finding.rule).followsFrom ?? {};
  const candidates = failures.get(kindKey(result.finding.object)) ?? [];
  const cause = sameObject === "any error"
    ? candidates.find(({ finding }) => finding.severity === "error" && finding.rule !== result.finding.rule)
    : nearest(sameObject, candidates);
  return cause?.finding ?? causeByRoutes(result, candidates, sameRoutes) ??
    causeElsewhere(result, failures, namedObject);
}

/** The cause of the first rule that has one. */
function nearest(rules: readonly RuleName[], candidates: readonly RuleResult[]): RuleResult | undefined {
  for (const rule of rules) {
    const cause = candidates.find(({ finding }) => finding.rule === rule);
    if (cause !== undefined) return cause;
  }
  return undefined;
}

function causeByRoutes(
  { routes }: RuleResult,
  candidates: readonly RuleResult[],
  rules: readonly RuleName[],
): Finding | undefined {
  if (rules.length === 0 || routes.length === 0) return undefined;
  return candidates.find((candidate) =>
    rules.includes(candidate.finding.rule) && routes.every((route) => candidate.routes.includes(route))
  )?.finding;
}

function causeElsewhere(
  { mayFollowFrom = [] }: RuleResult,
  failures: Failures,
  rules: readonly RuleName[],
): Finding | undefined {
  for (const key of mayFollowFrom.map(kindKey)) {
    const cause = failures.get(key)?.find(({ finding }) =>
      kindKey(finding.object) === key && rules.includes(finding.rule)
    );
    if (cause !== undefined) return cause.finding;
  }
  return undefined;
}

function rootOf(finding: Finding, causes: ReadonlyMap<Finding, Finding>): Finding {
  let root = finding;
  for (let next = causes.get(root); next !== undefined; next = causes.get(root)) root = next;
  return root;
}

function withCause(finding: Finding, cause: string): Finding {
  const { consequences, fix, command, ...rest } = finding;
  return { ...rest, cause, ...optional("consequences", consequences), fix, ...optional("command", command) };
}
