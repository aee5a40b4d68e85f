import { parseQuantity } from "../../formats/parse-quantity.ts";
import { backstepProblems } from "../../formats/relative-path.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { isLongerThan } from "../../formats/byte-length.ts";
import { tooLong } from "../../formats/problems.ts";
import { child, type FieldPath } from "../../field-path.ts";
import { type JsonObject, objectOf, optionalTextOf, textOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";
import { checkClaimTemplate } from "./claim-template.ts";
import { needTexts } from "./need-text.ts";
import { checkVendorVolume } from "./vendor-volumes.ts";
import { checkDownwardApi, checkKeyedFiles, checkMode } from "./volume-files.ts";
import { checkProjected } from "./projected-volume.ts";

/** The kinds of volumes, in the order in which the server looks at them. */
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
 * Source: kubernetes, pkg/apis/core/validation/validation.go, validateVolumeSource.
 */
export function checkVolumeSource(
  name: string,
  source: JsonObject,
  volumePath: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const path = child(volumePath, name);
  switch (name) {
    case "emptyDir":
      if ((source.sizeLimit ?? undefined) !== undefined && parseQuantity(source.sizeLimit) < 0n) {
        report("Forbidden", child(path, "sizeLimit"), source.sizeLimit, "is negative");
      }
      break;
    case "hostPath":
      checkHostPath(source, path, report);
      break;
    case "secret":
      needTexts(source, ["secretName"], path, report);
      checkMode(source.defaultMode, child(path, "defaultMode"), report);
      checkKeyedFiles(source.items, child(path, "items"), report);
      break;
    case "configMap":
      needTexts(source, ["name"], path, report);
      checkMode(source.defaultMode, child(path, "defaultMode"), report);
      checkKeyedFiles(source.items, child(path, "items"), report);
      break;
    case "persistentVolumeClaim":
      needTexts(source, ["claimName"], path, report);
      break;
    case "nfs":
      needTexts(source, ["server", "path"], path, report);
      if (!textOf(source.path).startsWith("/")) {
        report("Invalid", child(path, "path"), source.path, 'does not begin with "/"');
      }
      break;
    case "downwardAPI":
      checkMode(source.defaultMode, child(path, "defaultMode"), report);
      checkDownwardApi(source.items, path, version, report);
      break;
    case "projected":
      checkProjected(source, path, version, report);
      break;
    case "csi":
      checkCsi(source, path, report);
      break;
    case "ephemeral":
      checkEphemeral(source, child(path, "volumeClaimTemplate"), version, report);
      break;
    default:
      checkVendorVolume(name, source, volumePath, report);
  }
}

function checkEphemeral(source: JsonObject, path: FieldPath, version: KubernetesVersion, report: Report): void {
  const template = objectOf(source.volumeClaimTemplate);
  if (template === undefined) report("Required", path, source.volumeClaimTemplate, "needs a template");
  else checkClaimTemplate(template, path, version, report);
}

function checkHostPath(source: JsonObject, path: FieldPath, report: Report): void {
  const text = textOf(source.path);
  if (text === "") {
    needTexts(source, ["path"], path, report);
    return;
  }
  reportProblems(backstepProblems(text), child(path, "path"), text, report);
  const type = optionalTextOf(source.type);
  if (type !== undefined) checkSupported(type, hostPathTypes, child(path, "type"), report);
}

function checkCsi(source: JsonObject, path: FieldPath, report: Report): void {
  const driver = textOf(source.driver);
  const driverPath = child(path, "driver");
  needTexts(source, ["driver"], path, report);
  if (isLongerThan(driver, 63)) report("TooLong", driverPath, driver, tooLong(63));
  reportProblems(dns1123SubdomainProblems(driver.toLowerCase()), driverPath, driver, report);
  const secret = objectOf(source.nodePublishSecretRef);
  if (secret === undefined) return;
  const name = textOf(secret.name);
  // The server writes a space into the one path, and leaves the reference out of the other.
  const missingPath = child(child(path, "nodePublishSecretRef "), "name");
  if (name === "") report("Required", missingPath, secret.name, "needs the name of a Secret");
  else reportProblems(dns1123SubdomainProblems(name), child(path, "name"), name, report);
}
