import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, numberOf, objectOf, optionalTextOf, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";

const actions = ["Count", "FailIndex", "FailJob", "Ignore"];
const operators = ["In", "NotIn"];
const statuses = ["False", "True", "Unknown"];
const maxRules = 20;
const maxPatterns = 20;
const maxValues = 255;

/**
 * What becomes of a Job whose pods fail.
 * Source: kubernetes, pkg/apis/batch/validation/validation.go, validatePodFailurePolicy.
 */
export function checkFailurePolicy(policy: JsonObject, spec: JsonObject, path: FieldPath, report: Report): void {
  const rules = listOf(policy.rules).map(asObject);
  const rulesPath = child(path, "rules");
  if (rules.length > maxRules) report("TooMany", rulesPath, rules.length, `are more than ${maxRules}`);
  const pods = asObject(asObject(spec.template).spec);
  const containers = [...listOf(pods.containers), ...listOf(pods.initContainers)];
  const names = new Set(containers.map((container) => textOf(asObject(container).name)));
  for (const [index, rule] of rules.entries()) checkRule(rule, spec, names, item(rulesPath, index), report);
}

function checkRule(
  rule: JsonObject,
  spec: JsonObject,
  containers: ReadonlySet<string>,
  path: FieldPath,
  report: Report,
): void {
  const action = textOf(rule.action);
  needOneOf(action, actions, child(path, "action"), report);
  if (action === "FailIndex" && typeof spec.backoffLimitPerIndex !== "number") {
    report("Invalid", child(path, "action"), action, "needs backoffLimitPerIndex");
  }
  const exitCodes = objectOf(rule.onExitCodes);
  const patterns = listOf(rule.onPodConditions).map(asObject);
  if (exitCodes !== undefined) checkExitCodes(exitCodes, containers, child(path, "onExitCodes"), report);
  const patternsPath = child(path, "onPodConditions");
  if (patterns.length > maxPatterns) report("TooMany", patternsPath, patterns.length, `are more than ${maxPatterns}`);
  for (const [index, pattern] of patterns.entries()) {
    const at = item(patternsPath, index);
    const type = textOf(pattern.type);
    reportProblems(qualifiedNameProblems(type), child(at, "type"), type, report);
    checkSupported(textOf(pattern.status) || "True", statuses, child(at, "status"), report);
  }
  if ((exitCodes !== undefined) === patterns.length > 0) {
    report("Invalid", path, rule, "needs one of onExitCodes and onPodConditions");
  }
}

function checkExitCodes(
  exitCodes: JsonObject,
  containers: ReadonlySet<string>,
  path: FieldPath,
  report: Report,
): void {
  const operator = textOf(exitCodes.operator);
  needOneOf(operator, operators, child(path, "operator"), report);
  const container = optionalTextOf(exitCodes.containerName);
  if (container !== undefined && !containers.has(container)) {
    report("Invalid", child(path, "containerName"), container, "is not the name of a container");
  }
  const values = listOf(exitCodes.values).map(numberOf);
  const valuesPath = child(path, "values");
  if (values.length === 0) report("Invalid", valuesPath, exitCodes.values, "needs at least one exit code");
  if (values.length > maxValues) report("TooMany", valuesPath, values.length, `are more than ${maxValues}`);
  const seen = new Set<number>();
  for (const [index, value] of values.entries()) {
    const at = item(valuesPath, index);
    if (operator === "In" && value === 0) report("Invalid", at, value, "is success, and must not be 0 with In");
    if (seen.has(value)) report("Duplicate", at, value, "is there already");
    seen.add(value);
  }
  if (values.some((value, index) => index > 0 && (values[index - 1] ?? value) > value)) {
    report("Invalid", valuesPath, exitCodes.values, "are not in order");
  }
}

function needOneOf(value: string, allowed: readonly string[], path: FieldPath, report: Report): void {
  if (value === "") report("Required", path, value, `needs one of ${allowed.join(", ")}`, allowed);
  else checkSupported(value, allowed, path, report);
}
