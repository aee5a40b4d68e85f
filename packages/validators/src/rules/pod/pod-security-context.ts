import { child, type FieldPath, item } from "../../values/field-path.ts";
import {
  asObject,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  optionalTextOf,
  textOf,
} from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { checkSeccompProfile } from "./seccomp-profile.ts";
import { checkWindowsOptions } from "./windows-options.ts";

const largestId = 2147483647;

export function checkPodSecurityContext(
  outer: Report,
  spec: JsonObject,
  containers: readonly JsonObject[],
  specPath: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "ValidatePodSecurityContext");
  if (spec.hostNetwork === true) checkHostNetwork(report, containers, child(specPath, "containers"));
  const context = asObject(spec.securityContext);
  const path = child(specPath, "securityContext");
  for (const name of ["fsGroup", "runAsUser", "runAsGroup"]) checkId(report, context[name], child(path, name));
  for (const [index, group] of listOf(context.supplementalGroups).entries()) {
    checkId(report, group, item(child(path, "supplementalGroups"), index));
  }
  if (spec.shareProcessNamespace === true && spec.hostPID === true) {
    report("Invalid", child(path, "shareProcessNamespace"), true, "must not be set when hostPID is set");
  }
  checkSysctls(report, listOf(context.sysctls).map(asObject), child(path, "sysctls"), version);
  const changePolicy = optionalTextOf(context.fsGroupChangePolicy);
  if (changePolicy !== undefined) {
    checkSupported(report, changePolicy, ["Always", "OnRootMismatch"], child(path, "fsGroupChangePolicy"));
  }
  const profile = objectOf(context.seccompProfile);
  if (profile !== undefined) checkSeccompProfile(report, profile, child(path, "seccompProfile"));
  const windows = objectOf(context.windowsOptions);
  if (windows !== undefined) checkWindowsOptions(report, windows, child(path, "windowsOptions"));
}

/** The number of a user or a group. Source: apimachinery, util/validation, IsValidUserID. */
export function checkId(report: Report, id: unknown, path: FieldPath): void {
  if (typeof id !== "number" || (id >= 0 && id <= largestId)) return;
  report("Invalid", path, id, `is not between 0 and ${largestId}`);
}

// The server fills in host ports that are absent.
function checkHostNetwork(report: Report, containers: readonly JsonObject[], path: FieldPath): void {
  for (const [index, container] of containers.entries()) {
    for (const [portIndex, entry] of listOf(container.ports).entries()) {
      const { hostPort, containerPort } = asObject(entry);
      if ((numberOf(hostPort) || numberOf(containerPort)) === numberOf(containerPort)) continue;
      const at = item(child(item(path, index), "ports"), portIndex);
      report(
        "Invalid",
        child(at, "containerPort"),
        containerPort,
        "must be equal to hostPort when hostNetwork is true",
      );
    }
  }
}

function checkSysctls(
  report: Report,
  sysctls: readonly JsonObject[],
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const names = new Set<string>();
  for (const [index, sysctl] of sysctls.entries()) {
    const name = textOf(sysctl.name);
    const at = child(item(path, index), "name");
    if (name === "") report("Required", at, sysctl.name, "must be set");
    else if (name.length > 253 || !isSysctlName(name, version)) {
      report("Invalid", at, name, "is not the name of a sysctl");
    } else if (names.has(name)) report("Duplicate", at, name, "is duplicated");
    names.add(name);
  }
}

// With "/" for "." since 1.23.
function isSysctlName(name: string, version: KubernetesVersion): boolean {
  const parts = name.split(isAtLeast(version, 23) ? /[./]/ : ".");
  return parts.every((part) => /^[a-z0-9]/.test(part) && /[a-z0-9]$/.test(part) && !/[^-_a-z0-9]/.test(part));
}
