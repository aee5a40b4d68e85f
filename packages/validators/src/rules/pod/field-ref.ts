import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { parseQuantity } from "../../formats/parse-quantity.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";

/** The fields that variables may read from their pod; `status.hostIPs` since 1.28. */
export const envFields: readonly string[] = [
  "metadata.name",
  "metadata.namespace",
  "metadata.uid",
  "spec.nodeName",
  "spec.serviceAccountName",
  "status.hostIP",
  "status.hostIPs",
  "status.podIP",
  "status.podIPs",
];

/** The fields that files may contain. */
export const volumeFields: readonly string[] = [
  "metadata.name",
  "metadata.namespace",
  "metadata.labels",
  "metadata.annotations",
  "metadata.uid",
];

// The fields that the server knows; anything else is Invalid rather than NotSupported.
const known = new Set([...envFields, ...volumeFields, "spec.restartPolicy", "spec.schedulerName", "status.phase"]);

export function checkFieldRef(
  outer: Report,
  ref: JsonObject,
  allowed: readonly string[],
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "validateObjectFieldSelector");
  const fieldPath = textOf(ref.fieldPath);
  const at = child(path, "fieldPath");
  if (fieldPath === "") {
    report("Required", at, ref.fieldPath, "must be set to the path of a field");
    return;
  }
  // Absent is v1.
  if ((textOf(ref.apiVersion) || "v1") !== "v1") {
    report("Invalid", at, fieldPath, "must be used with apiVersion v1");
    return;
  }
  const [, map, key] = /^([^[]+)\['([\s\S]*)'\]$/.exec(fieldPath) ?? [];
  if (map !== undefined && key !== undefined) {
    if (map === "metadata.annotations") reportProblems(report, qualifiedNameProblems(key.toLowerCase()), path, key);
    else if (map === "metadata.labels") reportProblems(report, qualifiedNameProblems(key), path, key);
    else report("Invalid", at, fieldPath, "must not have a key in brackets");
    return;
  }
  // An old name of spec.nodeName.
  const field = fieldPath === "spec.host" ? "spec.nodeName" : fieldPath;
  const isNew = field === "status.hostIPs" && !isAtLeast(version, 28);
  if (!known.has(field) || isNew) report("Invalid", at, fieldPath, "is not a field of a pod that can be used here");
  else if (!allowed.includes(field)) {
    report("NotSupported", at, fieldPath, `is not one of ${allowed.join(", ")}`, allowed);
  }
}

const resources = ["cpu", "memory", "ephemeral-storage"].flatMap((name) => [`limits.${name}`, `requests.${name}`]);
const hugePages = ["limits.hugepages-", "requests.hugepages-"];
const divisors: readonly bigint[] = [
  1n,
  ...[1n, 2n, 3n, 4n, 5n, 6n].flatMap((power) => [1000n ** power, 1024n ** power]),
].map((divisor) => divisor * 1_000_000_000n);
const cpuDivisors: readonly bigint[] = [1_000_000n, 1_000_000_000n];

/** Huge pages since 1.22. */
export function checkResourceFieldRef(
  outer: Report,
  ref: JsonObject,
  isVolume: boolean,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "validateContainerResourceFieldSelector");
  const resource = textOf(ref.resource);
  const isHugePages = hugePages.some((prefix) => resource.startsWith(prefix));
  if (isVolume && textOf(ref.containerName) === "") {
    report("Required", child(path, "containerName"), ref.containerName, "must be set to the name of a container");
  } else if (resource === "") {
    report("Required", child(path, "resource"), ref.resource, "must be set to the name of a resource");
  } else if (!resources.includes(resource) && !(isHugePages && isAtLeast(version, 22))) {
    report("NotSupported", child(path, "resource"), resource, `is not one of ${resources.join(", ")}`, resources);
  }
  const divisor = ref.divisor ?? "0";
  const size = parseQuantity(divisor);
  if (size === 0n || !(resources.includes(resource) || isHugePages)) return;
  const allowed = resource.endsWith(".cpu") ? cpuDivisors : divisors;
  if (!allowed.includes(size)) report("Invalid", child(path, "divisor"), divisor, "is not a divisor of the resource");
}
