import { relativePathProblems } from "../../formats/relative-path.ts";
import { child, type FieldPath, key } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";

const mirror = "kubernetes.io/config.mirror";
const seccompPod = "seccomp.security.alpha.kubernetes.io/pod";
const seccompContainer = "container.seccomp.security.alpha.kubernetes.io/";
const appArmor = "container.apparmor.security.beta.kubernetes.io/";
const profiles = ["runtime/default", "docker/default", "unconfined"];

/**
 * Annotations with a meaning for pods. Those for seccomp have had no meaning since 1.27.
 */
export function checkPodAnnotations(
  outer: Report,
  annotations: JsonObject,
  spec: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "ValidatePodSpecificAnnotations");
  if (Object.hasOwn(annotations, mirror) && textOf(spec.nodeName) === "") {
    report("Invalid", key(path, mirror), annotations[mirror], "must not be set unless spec.nodeName is set");
  }
  const all = [...listOf(spec.containers), ...listOf(spec.initContainers), ...listOf(spec.ephemeralContainers)];
  const containers = new Set(all.map((entry) => textOf(asObject(entry).name)));
  for (const name of Object.keys(annotations)) {
    const value = textOf(annotations[name]);
    if ((name === seccompPod || name.startsWith(seccompContainer)) && !isAtLeast(version, 27)) {
      checkSeccompProfile(report, value, child(path, name));
    }
    if (name.startsWith(appArmor)) {
      checkAppArmorProfile(report, name.slice(appArmor.length), value, containers, key(path, name));
    }
  }
}

function checkSeccompProfile(report: Report, profile: string, path: FieldPath): void {
  if (profiles.includes(profile)) return;
  const local = "localhost/";
  if (profile.startsWith(local)) {
    reportProblems(report, relativePathProblems(profile.slice(local.length)), path, profile);
  } else report("Invalid", path, profile, `is not one of ${profiles.join(", ")}, ${local}<path>`);
}

function checkAppArmorProfile(
  report: Report,
  container: string,
  profile: string,
  containers: ReadonlySet<string>,
  path: FieldPath,
): void {
  if (!containers.has(container)) {
    report("Invalid", path, container, "is not the name of a container");
  }
  if (!["", "runtime/default", "unconfined"].includes(profile) && !profile.startsWith("localhost/")) {
    report("Invalid", path, profile, "is not one of runtime/default, unconfined, localhost/<name>");
  }
}
