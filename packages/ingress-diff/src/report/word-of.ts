import { factsOf, type RuleId } from "../rules/all-rules.ts";

/** What a fault of a rule makes of a route, in a word or two; empty if the table says it otherwise. */
export function wordOf(rule: RuleId): string {
  return factsOf(rule).word ?? rule.slice(rule.indexOf("/") + 1).replaceAll("-", " ");
}
