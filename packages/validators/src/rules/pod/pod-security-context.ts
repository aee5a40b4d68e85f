import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, numberOf, objectOf, optionalTextOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { checkSeccompProfile } from "./seccomp-profile.ts";
import { checkWindowsOptions } from "./windows-options.ts";

const largestId = 2147483647;

/** Source: kubernetes, pkg/apis/core/validation/validation.go, ValidatePodSecurityContext. */
export function checkPodSecurityContext(
  spec: JsonObject,
  containers: readonly JsonObject[],
  specPath: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  if (spec.hostNetwork === true) checkHostNetwork(containers, child(specPath, "containers"), report);
  const context = asObject(spec.securityContext);
  const path = child(specPath, "securityContext");
  for (const name of ["fsGroup", "runAsUser", "runAsGroup"]) checkId(context[name], child(path, name), report);
  for (const [index, group] of listOf(context.supplementalGroups).entries()) {
    checkId(group, item(child(path, "supplementalGroups"), index), report);
  }
  if (spec.shareProcessNamespace === true && spec.hostPID === true) {
    report("Invalid", child(path, "shareProcessNamespace"), true, "does not go with hostPID");
  }
  checkSysctls(listOf(context.sysctls).map(asObject), child(path, "sysctls"), version, report);
  const changePolicy = optionalTextOf(context.fsGroupChangePolicy);
  if (changePolicy !== undefined) {
    checkSupported(changePolicy, ["Always", "OnRootMismatch"], child(path, "fsGroupChangePolicy"), report);
  }
  const profile = objectOf(context.seccompProfile);
  if (profile !== undefined) checkSeccompProfile(profile, child(path, "seccompProfile"), report);
  const windows = objectOf(context.windowsOptions);
  if (windows !== undefined) checkWindowsOptions(windows, child(path, "windowsOptions"), report);
}

/** The number of a user or a group. Source: apimachinery, util/validation, IsValidUserID. */
export function checkId(id: unknown, path: FieldPath, report: Report): void {
  if (typeof id !== "number" || (id >= 0 && id <= largestId)) return;
  report("Invalid", path, id, `is not between 0 and ${largestId}`);
}

// The server fills in host ports that are absent.
function checkHostNetwork(containers: readonly JsonObject[], path: FieldPath, report: Report): void {
  for (const [index, container] of containers.entries()) {
    for (const [portIndex, entry] of listOf(container.ports).entries()) {
      const { hostPort, containerPort } = asObject(entry);
      if ((numberOf(hostPort) || numberOf(containerPort)) === numberOf(containerPort)) continue;
      const at = item(child(item(path, index), "ports"), portIndex);
      report("Invalid", child(at, "containerPort"), containerPort, "must be equal to hostPort on the host network");
    }
  }
}

function checkSysctls(
  sysctls: readonly JsonObject[],
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const names = new Set<string>();
  for (const [index, sysctl] of sysctls.entries()) {
    const name = textOf(sysctl.name);
    const at = child(item(path, index), "name");
    if (name === "") report("Required", at, sysctl.name, "needs a name");
    else if (name.length > 253 || !isSysctlName(name, version)) {
      report("Invalid", at, name, "is not the name of a sysctl");
    } else if (names.has(name)) report("Duplicate", at, name, "is there already");
    names.add(name);
  }
}

// With "/" for "." since 1.23.
function isSysctlName(name: string, version: KubernetesVersion): boolean {
  const parts = name.split(isAtLeast(version, 23) ? /[./]/ : ".");
  return parts.every((part) => /^[a-z0-9]/.test(part) && /[a-z0-9]$/.test(part) && !/[^-_a-z0-9]/.test(part));
}
