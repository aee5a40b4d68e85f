import { compareText } from "@kubeschema/model/compare-text";
import * as list from "./rule-list.ts";
import { familyNames, familyOf } from "./rule/family.ts";
import type { ComparisonRule, Rule, RuleFacts } from "./rule/rule.ts";

/** Every rule. */
export type RuleId = (typeof list)[keyof typeof list]["id"];

/** Every rule with what it says about itself: family by family, and by name within one. */
export const explainedRules: readonly RuleFacts<RuleId>[] = everyRule();

/** The rules that one observation is enough for, in the same order. */
export const allRules: readonly Rule<RuleId>[] = everyRule().filter((rule) => rule.scope !== "comparison");

/** What a rule says about itself. */
export function factsOf(id: RuleId): RuleFacts<RuleId> {
  return byId[id];
}

// Every id of the list is a key.
const byId = Object.fromEntries(explainedRules.map((rule) => [rule.id, rule])) as Record<RuleId, RuleFacts<RuleId>>;

function everyRule(): readonly (Rule<RuleId> | ComparisonRule<RuleId>)[] {
  const order = (id: RuleId): number => familyNames.indexOf(familyOf(id));
  return Object.values(list).toSorted((a, b) => order(a.id) - order(b.id) || compareText(a.id, b.id));
}
