import { parseQuantity } from "../../formats/parse-quantity.ts";
import { backstepProblems } from "../../formats/relative-path.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { isLongerThan } from "../../formats/byte-length.ts";
import { tooLong } from "../../formats/problems.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, objectOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";
import { checkClaimTemplate } from "./claim-template.ts";
import { needTexts } from "./need-text.ts";
import { checkVendorVolume } from "./vendor-volumes.ts";
import { checkDownwardApi, checkKeyedFiles, checkMode } from "./volume-files.ts";
import { checkProjected } from "./projected-volume.ts";

/** The kinds of volumes, in the order in which the server checks them. */
export const sourceNames: readonly string[] = [
  "emptyDir",
  "hostPath",
  "gitRepo",
  "gcePersistentDisk",
  "awsElasticBlockStore",
  "secret",
  "nfs",
  "iscsi",
  "glusterfs",
  "flocker",
  "persistentVolumeClaim",
  "rbd",
  "cinder",
  "cephfs",
  "quobyte",
  "downwardAPI",
  "fc",
  "flexVolume",
  "configMap",
  "azureFile",
  "vsphereVolume",
  "photonPersistentDisk",
  "portworxVolume",
  "azureDisk",
  "storageos",
  "projected",
  "scaleIO",
  "csi",
  "ephemeral",
  "image",
];

const hostPathTypes = [
  "",
  "BlockDevice",
  "CharDevice",
  "Directory",
  "DirectoryOrCreate",
  "File",
  "FileOrCreate",
  "Socket",
];

/**
 * One source of a volume.
 */
export function checkVolumeSource(
  outer: Report,
  name: string,
  source: JsonObject,
  volumePath: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "validateVolumeSource");
  const path = child(volumePath, name);
  switch (name) {
    case "emptyDir":
      if ((source.sizeLimit ?? undefined) !== undefined && parseQuantity(source.sizeLimit) < 0n) {
        report("Forbidden", child(path, "sizeLimit"), source.sizeLimit, "must not be negative");
      }
      break;
    case "hostPath":
      checkHostPath(report, source, path);
      break;
    case "secret":
      needTexts(report, source, ["secretName"], path);
      checkMode(report, source.defaultMode, child(path, "defaultMode"));
      checkKeyedFiles(report, source.items, child(path, "items"));
      break;
    case "configMap":
      needTexts(report, source, ["name"], path);
      checkMode(report, source.defaultMode, child(path, "defaultMode"));
      checkKeyedFiles(report, source.items, child(path, "items"));
      break;
    case "persistentVolumeClaim":
      needTexts(report, source, ["claimName"], path);
      break;
    case "nfs":
      needTexts(report, source, ["server", "path"], path);
      if (!textOf(source.path).startsWith("/")) {
        report("Invalid", child(path, "path"), source.path, 'must begin with "/"');
      }
      break;
    case "downwardAPI":
      checkMode(report, source.defaultMode, child(path, "defaultMode"));
      checkDownwardApi(report, source.items, path, version);
      break;
    case "projected":
      checkProjected(report, source, path, version);
      break;
    case "csi":
      checkCsi(report, source, path);
      break;
    case "ephemeral":
      checkEphemeral(report, source, child(path, "volumeClaimTemplate"), version);
      break;
    default:
      checkVendorVolume(report, name, source, volumePath);
  }
}

function checkEphemeral(report: Report, source: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const template = objectOf(source.volumeClaimTemplate);
  if (template === undefined) report("Required", path, source.volumeClaimTemplate, "must be set");
  else checkClaimTemplate(report, template, path, version);
}

function checkHostPath(report: Report, source: JsonObject, path: FieldPath): void {
  const text = textOf(source.path);
  if (text === "") {
    needTexts(report, source, ["path"], path);
    return;
  }
  reportProblems(report, backstepProblems(text), child(path, "path"), text);
  const type = optionalTextOf(source.type);
  if (type !== undefined) checkSupported(report, type, hostPathTypes, child(path, "type"));
}

function checkCsi(report: Report, source: JsonObject, path: FieldPath): void {
  const driver = textOf(source.driver);
  const driverPath = child(path, "driver");
  needTexts(report, source, ["driver"], path);
  if (isLongerThan(driver, 63)) report("TooLong", driverPath, driver, tooLong(63));
  reportProblems(report, dns1123SubdomainProblems(driver.toLowerCase()), driverPath, driver);
  const secret = objectOf(source.nodePublishSecretRef);
  if (secret === undefined) return;
  const name = textOf(secret.name);
  // The server writes a space into the one path, and leaves the reference out of the other.
  const missingPath = child(child(path, "nodePublishSecretRef "), "name");
  if (name === "") report("Required", missingPath, secret.name, "must be set to the name of a Secret");
  else reportProblems(report, dns1123SubdomainProblems(name), child(path, "name"), name);
}
