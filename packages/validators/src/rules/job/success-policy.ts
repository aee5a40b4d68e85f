import { byteLength } from "../../formats/byte-length.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, numberOf, objectOf, optionalTextOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { batch } from "../sources.ts";
import { checkNotNegative } from "../check-not-negative.ts";

const maxRules = 20;
const maxIndexesBytes = 64 * 1024;

/**
 * The conditions under which a Job with indexes succeeds before all of its pods do.
 */
export function checkSuccessPolicy(outer: Report, spec: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, batch, "validateSuccessPolicy");
  const policy = objectOf(spec.successPolicy);
  if (policy === undefined) return;
  const policyPath = child(path, "successPolicy");
  if (spec.completionMode !== "Indexed") {
    report("Invalid", policyPath, policy, "must not be set unless completionMode is Indexed");
    return;
  }
  const rules = listOf(policy.rules).map(asObject);
  const rulesPath = child(policyPath, "rules");
  if (rules.length === 0) report("Required", rulesPath, policy.rules, "must have at least one rule");
  if (rules.length > maxRules) {
    report("TooMany", rulesPath, rules.length, `must have at most ${maxRules} items, found ${rules.length}`);
  }
  for (const [index, rule] of rules.entries()) {
    checkRule(report, rule, numberOf(spec.completions), item(rulesPath, index));
  }
}

function checkRule(report: Report, rule: JsonObject, completions: number, path: FieldPath): void {
  const indexes = optionalTextOf(rule.succeededIndexes);
  const hasCount = typeof rule.succeededCount === "number";
  if (indexes === undefined && !hasCount) {
    report("Required", path, rule, "must have succeededIndexes or succeededCount");
  }
  const listed = indexes === undefined ? completions : countIndexes(indexes, completions);
  if (indexes !== undefined) {
    const indexesPath = child(path, "succeededIndexes");
    if (byteLength(indexes) > maxIndexesBytes) {
      report("TooLong", indexesPath, indexes, `is longer than ${maxIndexesBytes} bytes`);
    }
    if (listed === undefined) {
      report(
        "Invalid",
        indexesPath,
        indexes,
        `is not an ascending list such as "0,2-4" of numbers below ${completions}`,
      );
    }
  }
  checkNotNegative(report, rule, ["succeededCount"], path);
  const count = numberOf(rule.succeededCount);
  const countPath = child(path, "succeededCount");
  if (count > completions) {
    report("Invalid", countPath, count, `must not be greater than completions, which is ${completions}`);
  }
  if (indexes !== undefined && count > (listed ?? 0)) {
    report("Invalid", countPath, count, "must not be greater than the number of succeededIndexes");
  }
}

/**
 * Counts the indexes in a list such as `0,2-4`; `undefined` if it is not such a list. Source: as above,
 * validateIndexesFormat.
 */
function countIndexes(text: string, completions: number): number | undefined {
  if (text === "") return 0;
  let total = 0;
  let last = -1;
  for (const interval of text.split(",")) {
    const match = /^([+-]?\d{1,10})(?:-([+-]?\d{1,10}))?$/.exec(interval);
    if (match === null) return undefined;
    const from = Number(match[1]);
    const to = match[2] === undefined ? from : Number(match[2]);
    if (from <= last || to >= completions || (match[2] !== undefined && from >= to)) return undefined;
    total += to - from + 1;
    last = to;
  }
  return total;
}
