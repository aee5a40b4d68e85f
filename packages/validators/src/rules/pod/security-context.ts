import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, optionalTextOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { checkId } from "./pod-security-context.ts";
import { checkSeccompProfile } from "./seccomp-profile.ts";
import { checkWindowsOptions } from "./windows-options.ts";

/**
 * The cluster decides whether privileged containers are allowed at all.
 */
export function checkSecurityContext(
  outer: Report,
  context: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "ValidateSecurityContext");
  checkId(report, context.runAsUser, child(path, "runAsUser"));
  checkId(report, context.runAsGroup, child(path, "runAsGroup"));
  const procMount = optionalTextOf(context.procMount);
  // Since 1.33 (gate ProcMountType); before, the server drops it.
  if (procMount !== undefined && isAtLeast(version, 33)) {
    checkSupported(report, procMount, ["Default", "Unmasked"], child(path, "procMount"));
  }
  const profile = objectOf(context.seccompProfile);
  if (profile !== undefined) checkSeccompProfile(report, profile, child(path, "seccompProfile"));
  const windows = objectOf(context.windowsOptions);
  if (windows !== undefined) checkWindowsOptions(report, windows, child(path, "windowsOptions"));
  if (context.allowPrivilegeEscalation !== false) return;
  if (context.privileged === true) {
    report("Invalid", path, context, "must not be privileged when allowPrivilegeEscalation is false");
  }
  if (listOf(asObject(context.capabilities).add).includes("CAP_SYS_ADMIN")) {
    report("Invalid", path, context, "must not add CAP_SYS_ADMIN when allowPrivilegeEscalation is false");
  }
}
