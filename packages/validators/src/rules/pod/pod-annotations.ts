import { relativePathProblems } from "../../formats/relative-path.ts";
import { child, type FieldPath, key } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { reportProblems } from "../report-problems.ts";

const mirror = "kubernetes.io/config.mirror";
const seccompPod = "seccomp.security.alpha.kubernetes.io/pod";
const seccompContainer = "container.seccomp.security.alpha.kubernetes.io/";
const appArmor = "container.apparmor.security.beta.kubernetes.io/";
const profiles = ["runtime/default", "docker/default", "unconfined"];

/**
 * Annotations with a meaning for pods. Those for seccomp mean nothing since 1.27.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidatePodSpecificAnnotations.
 */
export function checkPodAnnotations(
  annotations: JsonObject,
  spec: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  if (Object.hasOwn(annotations, mirror) && textOf(spec.nodeName) === "") {
    report("Invalid", key(path, mirror), annotations[mirror], "needs spec.nodeName");
  }
  const all = [...listOf(spec.containers), ...listOf(spec.initContainers), ...listOf(spec.ephemeralContainers)];
  const containers = new Set(all.map((entry) => textOf(asObject(entry).name)));
  for (const name of Object.keys(annotations)) {
    const value = textOf(annotations[name]);
    if ((name === seccompPod || name.startsWith(seccompContainer)) && !isAtLeast(version, 27)) {
      checkSeccompProfile(value, child(path, name), report);
    }
    if (name.startsWith(appArmor)) {
      checkAppArmorProfile(name.slice(appArmor.length), value, containers, key(path, name), report);
    }
  }
}

function checkSeccompProfile(profile: string, path: FieldPath, report: Report): void {
  if (profiles.includes(profile)) return;
  const local = "localhost/";
  if (profile.startsWith(local)) {
    reportProblems(relativePathProblems(profile.slice(local.length)), path, profile, report);
  } else report("Invalid", path, profile, `is not one of ${profiles.join(", ")}, ${local}<path>`);
}

function checkAppArmorProfile(
  container: string,
  profile: string,
  containers: ReadonlySet<string>,
  path: FieldPath,
  report: Report,
): void {
  if (!containers.has(container)) {
    report("Invalid", path, container, "is not the name of a container");
  }
  if (!["", "runtime/default", "unconfined"].includes(profile) && !profile.startsWith("localhost/")) {
    report("Invalid", path, profile, "is not one of runtime/default, unconfined, localhost/<name>");
  }
}
