import { labelValueProblems } from "../../formats/label-value.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkLabels } from "../metadata/labels.ts";
import { reportProblems } from "../report-problems.ts";

/**
 * A selector of labels.
 * Source: kubernetes, apimachinery/pkg/apis/meta/v1/validation/validation.go, ValidateLabelSelector.
 */
export function checkLabelSelector(
  selector: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const matchLabels = objectOf(selector.matchLabels);
  if (matchLabels !== undefined) checkLabels(matchLabels, child(path, "matchLabels"), report);
  for (const [index, entry] of listOf(selector.matchExpressions).entries()) {
    checkRequirement(asObject(entry), item(child(path, "matchExpressions"), index), version, report);
  }
}

function checkRequirement(
  requirement: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const operator = textOf(requirement.operator);
  const values = listOf(requirement.values).map(textOf);
  const valuesPath = child(path, "values");
  if (operator === "In" || operator === "NotIn") {
    if (values.length === 0) report("Required", valuesPath, requirement.values, `are needed with ${operator}`);
  } else if (operator === "Exists" || operator === "DoesNotExist") {
    if (values.length > 0) report("Forbidden", valuesPath, requirement.values, `must not be set with ${operator}`);
  } else {
    report("Invalid", child(path, "operator"), operator, "is not one of In, NotIn, Exists, DoesNotExist");
  }
  const name = textOf(requirement.key);
  reportProblems(qualifiedNameProblems(name), child(path, "key"), name, report);
  // Since 1.26: kubernetes/kubernetes#113699.
  if (!isAtLeast(version, 26)) return;
  for (const [index, value] of values.entries()) {
    reportProblems(labelValueProblems(value), item(valuesPath, index), value, report);
  }
}
