import { labelValueProblems } from "../../formats/label-value.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { type JsonObject, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";

const effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

/**
 * `Lt` and `Gt` are behind a gate since 1.35, which a cluster may have on.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateTolerations.
 */
export function checkTolerations(
  tolerations: readonly JsonObject[],
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const operators = isAtLeast(version, 35) ? ["Equal", "Exists", "Lt", "Gt"] : ["Equal", "Exists"];
  for (const [index, toleration] of tolerations.entries()) {
    const at = item(path, index);
    const operatorPath = child(at, "operator");
    const key = textOf(toleration.key);
    const operator = textOf(toleration.operator);
    const value = textOf(toleration.value);
    const effect = textOf(toleration.effect);
    if (key !== "") reportProblems(qualifiedNameProblems(key), child(at, "key"), key, report);
    else if (operator !== "Exists") report("Invalid", operatorPath, operator, "must be Exists where there is no key");
    if (typeof toleration.tolerationSeconds === "number" && effect !== "NoExecute") {
      report("Invalid", child(at, "effect"), effect, "must be NoExecute beside tolerationSeconds");
    }
    if (operator === "Exists") {
      if (value !== "") report("Invalid", operatorPath, value, "must be empty with the operator Exists");
    } else if (operator === "" || operator === "Equal") {
      reportProblems(labelValueProblems(value), operatorPath, value, report);
    } else checkSupported(operator, operators, operatorPath, report);
    if (effect !== "") checkSupported(effect, effects, child(at, "effect"), report);
  }
}
