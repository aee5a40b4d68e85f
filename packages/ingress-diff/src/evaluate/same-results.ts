import { isDeepStrictEqual } from "node:util";
import type { RuleResult } from "./rule-result.ts";

/** Results of which those that say what was said before are the very same objects as then. */
export interface SameResults {
  readonly results: readonly RuleResult[];
  /** What is new or other than before, and what is gone. */
  readonly changed: readonly RuleResult[];
}

/** Finds out what two judgements have in common. */
export function keepSameResults(before: readonly RuleResult[], after: readonly RuleResult[]): SameResults {
  const left = Map.groupBy(before, ({ finding }) => finding.id);
  const changed: RuleResult[] = [];
  const results = after.map((result) => {
    const candidates = left.get(result.finding.id) ?? [];
    const place = candidates.findIndex((candidate) => isSame(candidate, result));
    const [same] = place === -1 ? [] : candidates.splice(place, 1);
    if (same === undefined) changed.push(result);
    return same ?? result;
  });
  for (const gone of left.values()) changed.push(...gone);
  return { results, changed };
}

function isSame(a: RuleResult, b: RuleResult): boolean {
  // Routes are compared as what they are: the same objects.
  return a === b ||
    (a.routes.length === b.routes.length && a.routes.every((route, index) => route === b.routes[index]) &&
      isDeepStrictEqual(a.finding, b.finding));
}
