import { child, field, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { rbac } from "../sources.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { selectorFrom } from "../label-selector/match-labels.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { roleNameForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";

const rulesPath: FieldPath = field("rules");
const selectorsPath: FieldPath = child(field("aggregationRule"), "clusterRoleSelectors");

/** The API server's rules for a Role on create. */
export function checkRole(outer: Report, role: JsonObject): void {
  const report = reportFrom(outer, rbac, "ValidateRole");
  checkObjectMeta(report, role, roleNameForm, true);
  checkGeneration(report, role);
  checkRules(report, role, true);
}

/** The server's rules for a ClusterRole. Source: as above, ValidateClusterRole. */
export function checkClusterRole(outer: Report, role: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, rbac, "ValidateClusterRole");
  checkObjectMeta(report, role, roleNameForm, false);
  checkGeneration(report, role);
  checkRules(report, role, false);
  const aggregation = objectOf(role.aggregationRule);
  if (aggregation === undefined) return;
  const selectors = listOf(aggregation.clusterRoleSelectors).map(asObject);
  if (selectors.length === 0) {
    report("Required", selectorsPath, aggregation.clusterRoleSelectors, "must have at least one selector");
  }
  for (const [index, selector] of selectors.entries()) {
    const at = item(selectorsPath, index);
    checkLabelSelector(report, selector, at, version);
    if (selectorFrom(selector) === undefined) report("Invalid", at, selector, "is not a valid selector");
  }
}

/** Source: as above, ValidatePolicyRule. */
function checkRules(outer: Report, role: JsonObject, isNamespaced: boolean): void {
  const report = reportFrom(outer, rbac, "ValidatePolicyRule");
  for (const [index, entry] of listOf(role.rules).entries()) {
    const rule = asObject(entry);
    const at = item(rulesPath, index);
    const need = (name: string): void => {
      if (listOf(rule[name]).length === 0) {
        report("Required", child(at, name), rule[name], "must have at least one value");
      }
    };
    need("verbs");
    if (listOf(rule.nonResourceURLs).length === 0) {
      need("apiGroups");
      need("resources");
      continue;
    }
    const path = child(at, "nonResourceURLs");
    if (isNamespaced) report("Invalid", path, rule.nonResourceURLs, "must not be set in a Role");
    if (["apiGroups", "resources", "resourceNames"].some((name) => listOf(rule[name]).length > 0)) {
      report("Invalid", path, rule.nonResourceURLs, "must not be set beside resources");
    }
  }
}
