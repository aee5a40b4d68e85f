import { labelValueProblems } from "../../formats/label-value.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { metaV1 } from "../sources.ts";
import { checkLabels } from "../metadata/labels.ts";
import { reportProblems } from "../report-problems.ts";

/**
 * A selector of labels.
 */
export function checkLabelSelector(
  outer: Report,
  selector: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, metaV1, "ValidateLabelSelector");
  const matchLabels = objectOf(selector.matchLabels);
  if (matchLabels !== undefined) checkLabels(report, matchLabels, child(path, "matchLabels"));
  for (const [index, entry] of listOf(selector.matchExpressions).entries()) {
    checkRequirement(report, asObject(entry), item(child(path, "matchExpressions"), index), version);
  }
}

function checkRequirement(report: Report, requirement: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const operator = textOf(requirement.operator);
  const values = listOf(requirement.values).map(textOf);
  const valuesPath = child(path, "values");
  if (operator === "In" || operator === "NotIn") {
    if (values.length === 0) {
      report("Required", valuesPath, requirement.values, `must be set when operator is ${operator}`);
    }
  } else if (operator === "Exists" || operator === "DoesNotExist") {
    if (values.length > 0) {
      report("Forbidden", valuesPath, requirement.values, `must not be set when operator is ${operator}`);
    }
  } else {
    report("Invalid", child(path, "operator"), operator, "is not one of In, NotIn, Exists, DoesNotExist");
  }
  const name = textOf(requirement.key);
  reportProblems(report, qualifiedNameProblems(name), child(path, "key"), name);
  // Since 1.26: kubernetes/kubernetes#113699.
  if (!isAtLeast(version, 26)) return;
  for (const [index, value] of values.entries()) {
    reportProblems(report, labelValueProblems(value), item(valuesPath, index), value);
  }
}
