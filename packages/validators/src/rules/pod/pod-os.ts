import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";

const systems = ["linux", "windows"];
const ofPodsOnLinux = ["hostPID", "hostIPC", "shareProcessNamespace"];
const ofPodContextsOnLinux = [
  "appArmorProfile",
  "seLinuxOptions",
  "seccompProfile",
  "fsGroup",
  "fsGroupChangePolicy",
  "sysctls",
  "runAsUser",
  "runAsGroup",
  "supplementalGroups",
];
const ofContextsOnLinux = [
  "appArmorProfile",
  "seLinuxOptions",
  "seccompProfile",
  "capabilities",
  "readOnlyRootFilesystem",
  "privileged",
  "allowPrivilegeEscalation",
  "procMount",
  "runAsUser",
  "runAsGroup",
];

/**
 * The operating system that a pod names, and the fields that only the other one has. Since 1.24 (gate IdentifyPodOS).
 * Source: kubernetes, pkg/apis/core/validation/validation.go, validateOS, validateLinux and validateWindows.
 */
export function checkPodOs(outer: Report, spec: JsonObject, specPath: FieldPath, version: KubernetesVersion): void {
  const report = reportFrom(outer, core, "validateOS");
  const os = objectOf(spec.os);
  if (os === undefined || !isAtLeast(version, 24)) return;
  const path = child(specPath, "os");
  const name = textOf(os.name);
  if (name === "") {
    report("Required", child(path, "name"), os.name, `must be set to one of ${systems.join(", ")}`, systems);
  } else if (!systems.includes(name)) {
    report("NotSupported", path, name, `is not one of ${systems.join(", ")}`, systems);
  } else if (name === "linux") checkLinux(report, spec, specPath);
  else checkWindows(report, spec, specPath);
}

function checkLinux(outer: Report, spec: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, core, "validateLinux");
  forbid(report, spec.securityContext, ["windowsOptions"], child(path, "securityContext"), "linux");
  for (const [context, contextPath] of contextsOf(spec, path)) {
    forbid(report, context, ["windowsOptions"], contextPath, "linux");
  }
}

function checkWindows(outer: Report, spec: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, core, "validateWindows");
  for (const name of ofPodsOnLinux) {
    // A false value says nothing, except for the last field, which must not be set at all.
    if (spec[name] !== true && !(name === "shareProcessNamespace" && spec[name] === false)) continue;
    report("Forbidden", child(path, name), spec[name], "must not be set when os.name is windows");
  }
  forbid(report, spec.securityContext, ofPodContextsOnLinux, child(path, "securityContext"), "windows");
  for (const [context, contextPath] of contextsOf(spec, path)) {
    forbid(report, context, ofContextsOnLinux, contextPath, "windows");
  }
}

/** The security contexts of all containers. */
function contextsOf(spec: JsonObject, path: FieldPath): readonly (readonly [unknown, FieldPath])[] {
  return ["initContainers", "containers"].flatMap((name) =>
    listOf(spec[name]).map((container, index) =>
      [asObject(container).securityContext, child(item(child(path, name), index), "securityContext")] as const
    )
  );
}

function forbid(report: Report, context: unknown, names: readonly string[], path: FieldPath, os: string): void {
  const fields = asObject(context);
  for (const name of names) {
    const value = fields[name] ?? undefined;
    const isEmpty = name === "sysctls" && listOf(value).length === 0;
    if (value !== undefined && !isEmpty) {
      report("Forbidden", child(path, name), value, `must not be set when os.name is ${os}`);
    }
  }
}
