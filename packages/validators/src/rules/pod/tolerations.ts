import { labelValueProblems } from "../../formats/label-value.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { type JsonObject, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";

const effects = ["NoSchedule", "PreferNoSchedule", "NoExecute"];

/**
 * `Lt` and `Gt` are behind a gate since 1.35, which a cluster may have on.
 */
export function checkTolerations(
  outer: Report,
  tolerations: readonly JsonObject[],
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "ValidateTolerations");
  const operators = isAtLeast(version, 35) ? ["Equal", "Exists", "Lt", "Gt"] : ["Equal", "Exists"];
  for (const [index, toleration] of tolerations.entries()) {
    const at = item(path, index);
    const operatorPath = child(at, "operator");
    const key = textOf(toleration.key);
    const operator = textOf(toleration.operator);
    const value = textOf(toleration.value);
    const effect = textOf(toleration.effect);
    if (key !== "") reportProblems(report, qualifiedNameProblems(key), child(at, "key"), key);
    else if (operator !== "Exists") report("Invalid", operatorPath, operator, "must be Exists when key is empty");
    if (typeof toleration.tolerationSeconds === "number" && effect !== "NoExecute") {
      report("Invalid", child(at, "effect"), effect, "must be NoExecute when tolerationSeconds is set");
    }
    if (operator === "Exists") {
      if (value !== "") report("Invalid", operatorPath, value, "must be empty when operator is Exists");
    } else if (operator === "" || operator === "Equal") {
      reportProblems(report, labelValueProblems(value), operatorPath, value);
    } else checkSupported(report, operator, operators, operatorPath);
    if (effect !== "") checkSupported(report, effect, effects, child(at, "effect"));
  }
}
