import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import type { Problems } from "../../formats/problems.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, optionalTextOf, textOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { checkLabels } from "../metadata/labels.ts";
import { reportProblems } from "../report-problems.ts";
import { checkAffinity } from "./affinity.ts";
import { checkContainers, checkInitContainers } from "./containers.ts";
import { checkDnsConfig } from "./dns-config.ts";
import { checkHostAliases } from "./host-aliases.ts";
import { checkPodOs } from "./pod-os.ts";
import { checkPodSecurityContext } from "./pod-security-context.ts";
import { checkPodResourceClaims } from "./resource-claims.ts";
import { checkResources } from "./resources.ts";
import { checkSchedulingGates } from "./scheduling-gates.ts";
import { checkTolerations } from "./tolerations.ts";
import { checkTopologySpread } from "./topology-spread.ts";
import { checkVolumes } from "./volumes.ts";

const restartPolicies = ["Always", "OnFailure", "Never"];
const dnsPolicies = ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"];
const preemptionPolicies = ["PreemptLowerPriority", "Never"];
const names: readonly (readonly [string, (name: string) => Problems])[] = [
  ["serviceAccountName", dns1123SubdomainProblems],
  ["nodeName", dns1123SubdomainProblems],
  ["priorityClassName", dns1123SubdomainProblems],
  ["hostname", dns1123LabelProblems],
  ["subdomain", dns1123LabelProblems],
];

/** Source: kubernetes, pkg/apis/core/validation/validation.go, ValidatePodSpec. */
export function checkPodSpec(spec: JsonObject, path: FieldPath, version: KubernetesVersion, report: Report): void {
  const volumes = checkVolumes(listOf(spec.volumes).map(asObject), child(path, "volumes"), version, report);
  const resourceClaims = checkPodResourceClaims(spec, path, version, report);
  const context = { version, report, volumes, resourceClaims };
  const containers = listOf(spec.containers).map(asObject);
  const isHostNetwork = spec.hostNetwork === true;
  if (containers.length === 0) {
    report("Required", child(path, "containers"), spec.containers, "needs at least one container");
  }
  checkContainers(containers, child(path, "containers"), isHostNetwork, context);
  const initContainers = listOf(spec.initContainers).map(asObject);
  checkInitContainers(initContainers, containers, child(path, "initContainers"), isHostNetwork, context);

  const dnsPolicy = textOf(spec.dnsPolicy) || "ClusterFirst";
  checkSupported(textOf(spec.restartPolicy) || "Always", restartPolicies, child(path, "restartPolicy"), report);
  checkSupported(dnsPolicy, dnsPolicies, child(path, "dnsPolicy"), report);
  const nodeSelector = objectOf(spec.nodeSelector);
  if (nodeSelector !== undefined) checkLabels(nodeSelector, child(path, "nodeSelector"), report);
  checkPodSecurityContext(spec, containers, path, version, report);
  checkSchedulingGates(spec, path, version, report);
  checkPodOs(spec, path, version, report);
  const affinity = objectOf(spec.affinity);
  if (affinity !== undefined) checkAffinity(affinity, child(path, "affinity"), version, report);
  checkDnsConfig(objectOf(spec.dnsConfig), dnsPolicy, child(path, "dnsConfig"), version, report);
  for (const [index, gate] of listOf(spec.readinessGates).entries()) {
    const type = textOf(asObject(gate).conditionType);
    const typePath = child(item(child(path, "readinessGates"), index), "conditionType");
    reportProblems(qualifiedNameProblems(type), typePath, type, report);
  }
  checkTopologySpread(
    listOf(spec.topologySpreadConstraints).map(asObject),
    child(path, "topologySpreadConstraints"),
    version,
    report,
  );
  for (const [name, problems] of names) {
    // The old name of the field counts where the new one is empty.
    const text = textOf(spec[name]) || (name === "serviceAccountName" ? textOf(spec.serviceAccount) : "");
    if (text !== "") reportProblems(problems(text), child(path, name), text, report);
  }
  checkDeadline(spec.activeDeadlineSeconds, child(path, "activeDeadlineSeconds"), report);
  checkTolerations(listOf(spec.tolerations).map(asObject), child(path, "tolerations"), version, report);
  checkHostAliases(listOf(spec.hostAliases).map(asObject), child(path, "hostAliases"), report);
  const runtimeClass = optionalTextOf(spec.runtimeClassName);
  if (runtimeClass !== undefined) {
    reportProblems(dns1123SubdomainProblems(runtimeClass), child(path, "runtimeClassName"), runtimeClass, report);
  }
  checkPreemption(optionalTextOf(spec.preemptionPolicy), child(path, "preemptionPolicy"), report);
  const overhead = objectOf(spec.overhead);
  if (overhead !== undefined) checkResources({ limits: overhead }, child(path, "overhead"), report);
}

function checkDeadline(seconds: unknown, path: FieldPath, report: Report): void {
  if (typeof seconds !== "number" || (seconds >= 1 && seconds <= 2147483647)) return;
  report("Invalid", path, seconds, "is not between 1 and 2147483647");
}

function checkPreemption(policy: string | undefined, path: FieldPath, report: Report): void {
  if (policy === undefined) return;
  if (policy === "") {
    report("Required", path, policy, `needs one of ${preemptionPolicies.join(", ")}`, preemptionPolicies);
  } else checkSupported(policy, preemptionPolicies, path, report);
}
