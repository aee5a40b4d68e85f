import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import type { Problems } from "../../formats/problems.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
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

export function checkPodSpec(outer: Report, spec: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const report = reportFrom(outer, core, "ValidatePodSpec");
  const volumes = checkVolumes(report, listOf(spec.volumes).map(asObject), child(path, "volumes"), version);
  const resourceClaims = checkPodResourceClaims(report, spec, path, version);
  const context = { version, volumes, resourceClaims };
  const containers = listOf(spec.containers).map(asObject);
  const isHostNetwork = spec.hostNetwork === true;
  if (containers.length === 0) {
    report("Required", child(path, "containers"), spec.containers, "must have at least one container");
  }
  checkContainers(report, containers, child(path, "containers"), isHostNetwork, context);
  const initContainers = listOf(spec.initContainers).map(asObject);
  checkInitContainers(report, initContainers, containers, child(path, "initContainers"), isHostNetwork, context);

  const dnsPolicy = textOf(spec.dnsPolicy) || "ClusterFirst";
  checkSupported(report, textOf(spec.restartPolicy) || "Always", restartPolicies, child(path, "restartPolicy"));
  checkSupported(report, dnsPolicy, dnsPolicies, child(path, "dnsPolicy"));
  const nodeSelector = objectOf(spec.nodeSelector);
  if (nodeSelector !== undefined) checkLabels(report, nodeSelector, child(path, "nodeSelector"));
  checkPodSecurityContext(report, spec, containers, path, version);
  checkSchedulingGates(report, spec, path, version);
  checkPodOs(report, spec, path, version);
  const affinity = objectOf(spec.affinity);
  if (affinity !== undefined) checkAffinity(report, affinity, child(path, "affinity"), version);
  checkDnsConfig(report, objectOf(spec.dnsConfig), dnsPolicy, child(path, "dnsConfig"), version);
  for (const [index, gate] of listOf(spec.readinessGates).entries()) {
    const type = textOf(asObject(gate).conditionType);
    const typePath = child(item(child(path, "readinessGates"), index), "conditionType");
    reportProblems(report, qualifiedNameProblems(type), typePath, type);
  }
  checkTopologySpread(
    report,
    listOf(spec.topologySpreadConstraints).map(asObject),
    child(path, "topologySpreadConstraints"),
    version,
  );
  for (const [name, problems] of names) {
    // The old name of the field counts where the new one is empty.
    const text = textOf(spec[name]) || (name === "serviceAccountName" ? textOf(spec.serviceAccount) : "");
    if (text !== "") reportProblems(report, problems(text), child(path, name), text);
  }
  checkDeadline(report, spec.activeDeadlineSeconds, child(path, "activeDeadlineSeconds"));
  checkTolerations(report, listOf(spec.tolerations).map(asObject), child(path, "tolerations"), version);
  checkHostAliases(report, listOf(spec.hostAliases).map(asObject), child(path, "hostAliases"));
  const runtimeClass = optionalTextOf(spec.runtimeClassName);
  if (runtimeClass !== undefined) {
    reportProblems(report, dns1123SubdomainProblems(runtimeClass), child(path, "runtimeClassName"), runtimeClass);
  }
  checkPreemption(report, optionalTextOf(spec.preemptionPolicy), child(path, "preemptionPolicy"));
  const overhead = objectOf(spec.overhead);
  if (overhead !== undefined) checkResources(report, { limits: overhead }, child(path, "overhead"));
}

function checkDeadline(report: Report, seconds: unknown, path: FieldPath): void {
  if (typeof seconds !== "number" || (seconds >= 1 && seconds <= 2147483647)) return;
  report("Invalid", path, seconds, "is not between 1 and 2147483647");
}

function checkPreemption(report: Report, policy: string | undefined, path: FieldPath): void {
  if (policy === undefined) return;
  if (policy === "") {
    report("Required", path, policy, `must be set to one of ${preemptionPolicies.join(", ")}`, preemptionPolicies);
  } else checkSupported(report, policy, preemptionPolicies, path);
}
