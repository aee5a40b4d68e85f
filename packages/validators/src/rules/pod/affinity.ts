import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, numberOf, objectOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { reportProblems } from "../report-problems.ts";
import { checkNodeSelector, checkNodeSelectorTerm } from "./node-selector.ts";

const required = "requiredDuringSchedulingIgnoredDuringExecution";
const preferred = "preferredDuringSchedulingIgnoredDuringExecution";

/** Source: kubernetes, pkg/apis/core/validation/validation.go, validateAffinity. */
export function checkAffinity(
  affinity: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const node = objectOf(affinity.nodeAffinity);
  if (node !== undefined) checkNodeAffinity(node, child(path, "nodeAffinity"), report);
  for (const name of ["podAffinity", "podAntiAffinity"]) {
    const pod = objectOf(affinity[name]);
    if (pod === undefined) continue;
    const at = child(path, name);
    for (const [index, term] of listOf(pod[required]).entries()) {
      checkPodTerm(asObject(term), item(child(at, required), index), version, report);
    }
    for (const [index, entry] of listOf(pod[preferred]).entries()) {
      const weighted = asObject(entry);
      const weightedPath = item(child(at, preferred), index);
      checkWeight(weighted.weight, weightedPath, report);
      const term = asObject(weighted.podAffinityTerm);
      checkPodTerm(term, child(weightedPath, "podAffinityTerm"), version, report);
    }
  }
}

function checkNodeAffinity(affinity: JsonObject, path: FieldPath, report: Report): void {
  const selector = objectOf(affinity[required]);
  if (selector !== undefined) checkNodeSelector(selector, child(path, required), report);
  for (const [index, entry] of listOf(affinity[preferred]).entries()) {
    const weighted = asObject(entry);
    const at = item(child(path, preferred), index);
    checkWeight(weighted.weight, at, report);
    checkNodeSelectorTerm(asObject(weighted.preference), child(at, "preference"), report);
  }
}

// Until 1.21 the server wrote other names into the paths of the selector and the namespaces.
function checkPodTerm(term: JsonObject, path: FieldPath, version: KubernetesVersion, report: Report): void {
  const isNew = isAtLeast(version, 22);
  const selector = objectOf(term.labelSelector);
  if (selector !== undefined) {
    checkLabelSelector(selector, child(path, isNew ? "labelSelector" : "matchExpressions"), version, report);
  }
  const namespaceSelector = objectOf(term.namespaceSelector);
  if (isNew && namespaceSelector !== undefined) {
    checkLabelSelector(namespaceSelector, child(path, "namespaceSelector"), version, report);
  }
  for (const entry of listOf(term.namespaces)) {
    const name = textOf(entry);
    reportProblems(dns1123LabelProblems(name), child(path, "namespace"), name, report);
  }
  const key = textOf(term.topologyKey);
  if (key === "") report("Required", child(path, "topologyKey"), term.topologyKey, "needs a key");
  reportProblems(qualifiedNameProblems(key), child(path, "topologyKey"), key, report);
}

function checkWeight(value: unknown, path: FieldPath, report: Report): void {
  const weight = numberOf(value);
  if (weight < 1 || weight > 100) report("Invalid", child(path, "weight"), weight, "is not between 1 and 100");
}
