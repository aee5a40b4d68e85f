import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import {
  asObject,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  optionalTextOf,
  textOf,
} from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { batch } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";

const actions = ["Count", "FailIndex", "FailJob", "Ignore"];
const operators = ["In", "NotIn"];
const statuses = ["False", "True", "Unknown"];
const maxRules = 20;
const maxPatterns = 20;
const maxValues = 255;

/**
 * The consequences for a Job whose pods fail.
 */
export function checkFailurePolicy(outer: Report, policy: JsonObject, spec: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, batch, "validatePodFailurePolicy");
  const rules = listOf(policy.rules).map(asObject);
  const rulesPath = child(path, "rules");
  if (rules.length > maxRules) {
    report("TooMany", rulesPath, rules.length, `must have at most ${maxRules} items, found ${rules.length}`);
  }
  const pods = asObject(asObject(spec.template).spec);
  const containers = [...listOf(pods.containers), ...listOf(pods.initContainers)];
  const names = new Set(containers.map((container) => textOf(asObject(container).name)));
  for (const [index, rule] of rules.entries()) checkRule(report, rule, spec, names, item(rulesPath, index));
}

function checkRule(
  report: Report,
  rule: JsonObject,
  spec: JsonObject,
  containers: ReadonlySet<string>,
  path: FieldPath,
): void {
  const action = textOf(rule.action);
  needOneOf(report, action, actions, child(path, "action"));
  if (action === "FailIndex" && typeof spec.backoffLimitPerIndex !== "number") {
    report("Invalid", child(path, "action"), action, "must not be used unless backoffLimitPerIndex is set");
  }
  const exitCodes = objectOf(rule.onExitCodes);
  const patterns = listOf(rule.onPodConditions).map(asObject);
  if (exitCodes !== undefined) checkExitCodes(report, exitCodes, containers, child(path, "onExitCodes"));
  const patternsPath = child(path, "onPodConditions");
  if (patterns.length > maxPatterns) {
    report(
      "TooMany",
      patternsPath,
      patterns.length,
      `must have at most ${maxPatterns} items, found ${patterns.length}`,
    );
  }
  for (const [index, pattern] of patterns.entries()) {
    const at = item(patternsPath, index);
    const type = textOf(pattern.type);
    reportProblems(report, qualifiedNameProblems(type), child(at, "type"), type);
    checkSupported(report, textOf(pattern.status) || "True", statuses, child(at, "status"));
  }
  if ((exitCodes !== undefined) === patterns.length > 0) {
    report("Invalid", path, rule, "must have exactly one of onExitCodes and onPodConditions");
  }
}

function checkExitCodes(report: Report, exitCodes: JsonObject, containers: ReadonlySet<string>, path: FieldPath): void {
  const operator = textOf(exitCodes.operator);
  needOneOf(report, operator, operators, child(path, "operator"));
  const container = optionalTextOf(exitCodes.containerName);
  if (container !== undefined && !containers.has(container)) {
    report("Invalid", child(path, "containerName"), container, "is not the name of a container");
  }
  const values = listOf(exitCodes.values).map(numberOf);
  const valuesPath = child(path, "values");
  if (values.length === 0) report("Invalid", valuesPath, exitCodes.values, "must have at least one exit code");
  if (values.length > maxValues) {
    report("TooMany", valuesPath, values.length, `must have at most ${maxValues} items, found ${values.length}`);
  }
  const seen = new Set<number>();
  for (const [index, value] of values.entries()) {
    const at = item(valuesPath, index);
    if (operator === "In" && value === 0) {
      report("Invalid", at, value, "must not be listed when operator is In, since it means success");
    }
    if (seen.has(value)) report("Duplicate", at, value, "is duplicated");
    seen.add(value);
  }
  if (values.some((value, index) => index > 0 && (values[index - 1] ?? value) > value)) {
    report("Invalid", valuesPath, exitCodes.values, "must be in ascending order");
  }
}

function needOneOf(report: Report, value: string, allowed: readonly string[], path: FieldPath): void {
  if (value === "") report("Required", path, value, `must be set to one of ${allowed.join(", ")}`, allowed);
  else checkSupported(report, value, allowed, path);
}
