import { child, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, optionalTextOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { checkId } from "./pod-security-context.ts";
import { checkSeccompProfile } from "./seccomp-profile.ts";
import { checkWindowsOptions } from "./windows-options.ts";

/**
 * Whether privileged containers are allowed at all is the cluster's to say.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateSecurityContext.
 */
export function checkSecurityContext(
  context: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  checkId(context.runAsUser, child(path, "runAsUser"), report);
  checkId(context.runAsGroup, child(path, "runAsGroup"), report);
  const procMount = optionalTextOf(context.procMount);
  // Since 1.33 (gate ProcMountType); before, the server drops it.
  if (procMount !== undefined && isAtLeast(version, 33)) {
    checkSupported(procMount, ["Default", "Unmasked"], child(path, "procMount"), report);
  }
  const profile = objectOf(context.seccompProfile);
  if (profile !== undefined) checkSeccompProfile(profile, child(path, "seccompProfile"), report);
  const windows = objectOf(context.windowsOptions);
  if (windows !== undefined) checkWindowsOptions(windows, child(path, "windowsOptions"), report);
  if (context.allowPrivilegeEscalation !== false) return;
  const problem = "does not go with allowPrivilegeEscalation: false";
  if (context.privileged === true) report("Invalid", path, context, `privileged ${problem}`);
  if (listOf(asObject(context.capabilities).add).includes("CAP_SYS_ADMIN")) {
    report("Invalid", path, context, `CAP_SYS_ADMIN ${problem}`);
  }
}
