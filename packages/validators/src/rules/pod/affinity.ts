import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, numberOf, objectOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { reportProblems } from "../report-problems.ts";
import { checkNodeSelector, checkNodeSelectorTerm } from "./node-selector.ts";

const required = "requiredDuringSchedulingIgnoredDuringExecution";
const preferred = "preferredDuringSchedulingIgnoredDuringExecution";

export function checkAffinity(outer: Report, affinity: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const report = reportFrom(outer, core, "validateAffinity");
  const node = objectOf(affinity.nodeAffinity);
  if (node !== undefined) checkNodeAffinity(report, node, child(path, "nodeAffinity"));
  for (const name of ["podAffinity", "podAntiAffinity"]) {
    const pod = objectOf(affinity[name]);
    if (pod === undefined) continue;
    const at = child(path, name);
    for (const [index, term] of listOf(pod[required]).entries()) {
      checkPodTerm(report, asObject(term), item(child(at, required), index), version);
    }
    for (const [index, entry] of listOf(pod[preferred]).entries()) {
      const weighted = asObject(entry);
      const weightedPath = item(child(at, preferred), index);
      checkWeight(report, weighted.weight, weightedPath);
      const term = asObject(weighted.podAffinityTerm);
      checkPodTerm(report, term, child(weightedPath, "podAffinityTerm"), version);
    }
  }
}

function checkNodeAffinity(report: Report, affinity: JsonObject, path: FieldPath): void {
  const selector = objectOf(affinity[required]);
  if (selector !== undefined) checkNodeSelector(report, selector, child(path, required));
  for (const [index, entry] of listOf(affinity[preferred]).entries()) {
    const weighted = asObject(entry);
    const at = item(child(path, preferred), index);
    checkWeight(report, weighted.weight, at);
    checkNodeSelectorTerm(report, asObject(weighted.preference), child(at, "preference"));
  }
}

// Until 1.21 the server wrote other names into the paths of the selector and the namespaces.
function checkPodTerm(report: Report, term: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const isNew = isAtLeast(version, 22);
  const selector = objectOf(term.labelSelector);
  if (selector !== undefined) {
    checkLabelSelector(report, selector, child(path, isNew ? "labelSelector" : "matchExpressions"), version);
  }
  const namespaceSelector = objectOf(term.namespaceSelector);
  if (isNew && namespaceSelector !== undefined) {
    checkLabelSelector(report, namespaceSelector, child(path, "namespaceSelector"), version);
  }
  for (const entry of listOf(term.namespaces)) {
    const name = textOf(entry);
    reportProblems(report, dns1123LabelProblems(name), child(path, "namespace"), name);
  }
  const key = textOf(term.topologyKey);
  if (key === "") report("Required", child(path, "topologyKey"), term.topologyKey, "must be set");
  reportProblems(report, qualifiedNameProblems(key), child(path, "topologyKey"), key);
}

function checkWeight(report: Report, value: unknown, path: FieldPath): void {
  const weight = numberOf(value);
  if (weight < 1 || weight > 100) report("Invalid", child(path, "weight"), weight, "is not between 1 and 100");
}
