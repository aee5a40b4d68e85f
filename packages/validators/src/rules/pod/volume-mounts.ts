import { backstepProblems, relativePathProblems } from "../../formats/relative-path.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, optionalTextOf, textOf } from "../../json-object.ts";
import { isAtLeast } from "../../kubernetes-version.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";
import type { PodContext } from "./pod-context.ts";

const propagations = ["Bidirectional", "HostToContainer", "None"];

/**
 * Mounted volumes. Some paths have no index: that is how the server writes them.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateVolumeMounts.
 */
export function checkVolumeMounts(container: JsonObject, path: FieldPath, { volumes, report }: PodContext): void {
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
    if (name === "") report("Required", child(at, "name"), mount.name, "needs the name of a volume");
    if (!volumes.has(name)) report("NotFound", child(at, "name"), name, "is not the name of a valid volume");
    if (mountPath === "") report("Required", child(at, "mountPath"), mount.mountPath, "needs a path");
    if (mountPaths.has(mountPath)) report("Invalid", child(at, "mountPath"), mountPath, "is mounted already");
    mountPaths.add(mountPath);
    if (deviceNames.has(name)) report("Invalid", child(at, "name"), name, "is in volumeDevices too");
    if (devicePaths.has(mountPath)) {
      report("Invalid", child(at, "mountPath"), mountPath, "is a path of volumeDevices too");
    }
    const subPath = textOf(mount.subPath);
    reportProblems(relativePathProblems(subPath), child(path, "subPath"), subPath, report);
    const expression = textOf(mount.subPathExpr);
    if (expression !== "" && subPath !== "") {
      report("Invalid", child(at, "subPathExpr"), expression, "does not go with subPath");
    }
    reportProblems(relativePathProblems(expression), child(path, "subPathExpr"), expression, report);
    const propagation = optionalTextOf(mount.mountPropagation);
    if (propagation === undefined) continue;
    checkSupported(propagation, propagations, child(path, "mountPropagation"), report);
    if (propagation === "Bidirectional" && !isPrivileged) {
      report("Forbidden", child(path, "mountPropagation"), propagation, "needs a privileged container");
    }
  }
}

/** Volumes as devices. Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateVolumeDevices. */
export function checkVolumeDevices(container: JsonObject, path: FieldPath, context: PodContext): void {
  const { volumes, report, version } = context;
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
    if (name === "") report("Required", child(at, "name"), device.name, "needs the name of a volume");
    if (names.has(name)) report("Invalid", child(at, "name"), name, "is there already");
    if (volume === undefined) report("NotFound", child(at, "name"), name, "is not the name of a valid volume");
    else if (!isClaim(volume, isAtLeast(version, 21))) {
      report("Invalid", child(at, "name"), name, "is not a volume of a PersistentVolumeClaim");
    }
    if (devicePath === "") report("Required", child(at, "devicePath"), device.devicePath, "needs a path");
    if (paths.has(devicePath)) report("Invalid", child(at, "devicePath"), devicePath, "is there already");
    const problems = backstepProblems(devicePath);
    reportProblems(problems, child(at, "devicePath"), devicePath, report);
    if (problems.length === 0) paths.add(devicePath);
    if (mountNames.has(name)) report("Invalid", child(at, "name"), name, "is in volumeMounts too");
    if (mountPaths.has(devicePath)) {
      report("Invalid", child(at, "devicePath"), devicePath, "is a path of volumeMounts too");
    }
    if (name !== "") names.add(name);
  }
}

// Volumes with a claim of their own can be devices since 1.21.
function isClaim(volume: JsonObject, hasEphemeral: boolean): boolean {
  return objectOf(volume.persistentVolumeClaim) !== undefined ||
    (hasEphemeral && objectOf(volume.ephemeral) !== undefined);
}
