import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { backstepProblems, relativePathProblems } from "../../formats/relative-path.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import { isAtLeast } from "../../values/kubernetes-version.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";
import type { PodContext } from "./pod-context.ts";

const propagations = ["Bidirectional", "HostToContainer", "None"];

/**
 * Mounted volumes. Some paths have no index: that is how the server writes them.
 */
export function checkVolumeMounts(
  outer: Report,
  container: JsonObject,
  path: FieldPath,
  { volumes }: PodContext,
): void {
  const report = reportFrom(outer, core, "ValidateVolumeMounts");
  const devices = listOf(container.volumeDevices).map(asObject);
  const deviceNames = new Set(devices.map(({ name }) => textOf(name)));
  const devicePaths = new Set(devices.map(({ devicePath }) => textOf(devicePath)));
  const isPrivileged = asObject(container.securityContext).privileged === true;
  const mountPaths = new Set<string>();
  for (const [index, entry] of listOf(container.volumeMounts).entries()) {
    const mount = asObject(entry);
    const at = item(path, index);
    const name = textOf(mount.name);
    const mountPath = textOf(mount.mountPath);
    if (name === "") report("Required", child(at, "name"), mount.name, "must be set to the name of a volume");
    if (!volumes.has(name)) report("NotFound", child(at, "name"), name, "is not the name of a valid volume");
    if (mountPath === "") report("Required", child(at, "mountPath"), mount.mountPath, "must be set");
    if (mountPaths.has(mountPath)) {
      report("Invalid", child(at, "mountPath"), mountPath, "is the path of another mount");
    }
    mountPaths.add(mountPath);
    if (deviceNames.has(name)) {
      report("Invalid", child(at, "name"), name, "must not be used in both volumeMounts and volumeDevices");
    }
    if (devicePaths.has(mountPath)) {
      report(
        "Invalid",
        child(at, "mountPath"),
        mountPath,
        "must not be a path of both volumeMounts and volumeDevices",
      );
    }
    const subPath = textOf(mount.subPath);
    reportProblems(report, relativePathProblems(subPath), child(path, "subPath"), subPath);
    const expression = textOf(mount.subPathExpr);
    if (expression !== "" && subPath !== "") {
      report("Invalid", child(at, "subPathExpr"), expression, "must not be set when subPath is set");
    }
    reportProblems(report, relativePathProblems(expression), child(path, "subPathExpr"), expression);
    const propagation = optionalTextOf(mount.mountPropagation);
    if (propagation === undefined) continue;
    checkSupported(report, propagation, propagations, child(path, "mountPropagation"));
    if (propagation === "Bidirectional" && !isPrivileged) {
      report(
        "Forbidden",
        child(path, "mountPropagation"),
        propagation,
        "must not be Bidirectional unless the container is privileged",
      );
    }
  }
}

/** Volumes as devices. */
export function checkVolumeDevices(outer: Report, container: JsonObject, path: FieldPath, context: PodContext): void {
  const report = reportFrom(outer, core, "ValidateVolumeDevices");
  const { volumes, version } = context;
  const mounts = listOf(container.volumeMounts).map(asObject);
  const mountNames = new Set(mounts.map(({ name }) => textOf(name)));
  const mountPaths = new Set(mounts.map(({ mountPath }) => textOf(mountPath)));
  const names = new Set<string>();
  const paths = new Set<string>();
  for (const [index, entry] of listOf(container.volumeDevices).entries()) {
    const device = asObject(entry);
    const at = item(path, index);
    const name = textOf(device.name);
    const devicePath = textOf(device.devicePath);
    const volume = volumes.get(name);
    if (name === "") report("Required", child(at, "name"), device.name, "must be set to the name of a volume");
    if (names.has(name)) report("Invalid", child(at, "name"), name, "is duplicated");
    if (volume === undefined) report("NotFound", child(at, "name"), name, "is not the name of a valid volume");
    else if (!isClaim(volume, isAtLeast(version, 21))) {
      report("Invalid", child(at, "name"), name, "is not a volume of a PersistentVolumeClaim");
    }
    if (devicePath === "") report("Required", child(at, "devicePath"), device.devicePath, "must be set");
    if (paths.has(devicePath)) report("Invalid", child(at, "devicePath"), devicePath, "is duplicated");
    const problems = backstepProblems(devicePath);
    reportProblems(report, problems, child(at, "devicePath"), devicePath);
    if (problems.length === 0) paths.add(devicePath);
    if (mountNames.has(name)) {
      report("Invalid", child(at, "name"), name, "must not be used in both volumeMounts and volumeDevices");
    }
    if (mountPaths.has(devicePath)) {
      report(
        "Invalid",
        child(at, "devicePath"),
        devicePath,
        "must not be a path of both volumeMounts and volumeDevices",
      );
    }
    if (name !== "") names.add(name);
  }
}

// Volumes with a claim of their own can be devices since 1.21.
function isClaim(volume: JsonObject, hasEphemeral: boolean): boolean {
  return objectOf(volume.persistentVolumeClaim) !== undefined ||
    (hasEphemeral && objectOf(volume.ephemeral) !== undefined);
}
