import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { parseQuantity } from "../../formats/parse-quantity.ts";
import { child, type FieldPath, key } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { reportProblems } from "../report-problems.ts";

const accessModes = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce"];
const dataSources = ["/PersistentVolumeClaim", "snapshot.storage.k8s.io/VolumeSnapshot"];
const volumeModes = ["Block", "Filesystem"];

/**
 * The request of a volume claim. Modes are reported on their list.
 */
export function checkClaimSpec(outer: Report, spec: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const report = reportFrom(outer, core, "ValidatePersistentVolumeClaimSpec");
  checkAccessModes(report, listOf(spec.accessModes).map(textOf), child(path, "accessModes"), version);
  const selector = objectOf(spec.selector);
  if (selector !== undefined) checkLabelSelector(report, selector, child(path, "selector"), version);

  const requests = asObject(asObject(spec.resources).requests);
  const { storage } = requests;
  const storagePath = key(child(path, "resources"), "storage");
  if (!Object.hasOwn(requests, "storage")) {
    report("Required", storagePath, storage, "must be set to the size of the volume");
  } else if (parseQuantity(storage) <= 0n) report("Invalid", storagePath, storage, "must be greater than zero");

  const className = textOf(spec.storageClassName);
  if (className !== "") {
    reportProblems(report, dns1123SubdomainProblems(className), child(path, "storageClassName"), className);
  }
  const mode = optionalTextOf(spec.volumeMode);
  if (mode !== undefined) checkSupported(report, mode, volumeModes, child(path, "volumeMode"));
  checkDataSource(report, objectOf(spec.dataSource), child(path, "dataSource"));
}

// Where the data comes from: servers drop what is neither a claim nor a snapshot.
function checkDataSource(report: Report, source: JsonObject | undefined, path: FieldPath): void {
  if (source === undefined || textOf(source.name) !== "") return;
  const kind = `${textOf(source.apiGroup)}/${textOf(source.kind)}`;
  if (dataSources.includes(kind)) {
    report("Required", child(path, "name"), source.name, "must be set to the name of a source");
  }
}

function checkAccessModes(report: Report, modes: readonly string[], path: FieldPath, version: KubernetesVersion): void {
  if (modes.length === 0) report("Required", path, modes, "must have at least one access mode");
  // Since 1.27; before, behind a gate.
  const hasOncePod = isAtLeast(version, 27);
  const allowed = hasOncePod ? [...accessModes, "ReadWriteOncePod"] : accessModes;
  for (const mode of modes) checkSupported(report, mode, allowed, path);
  if (hasOncePod && modes.length > 1 && modes.includes("ReadWriteOncePod")) {
    report("Forbidden", path, modes, "must not have ReadWriteOncePod beside another access mode");
  }
}
