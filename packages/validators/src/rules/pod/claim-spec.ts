import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { parseQuantity } from "../../formats/parse-quantity.ts";
import { child, type FieldPath, key } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, optionalTextOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { reportProblems } from "../report-problems.ts";

const accessModes = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce"];
const dataSources = ["/PersistentVolumeClaim", "snapshot.storage.k8s.io/VolumeSnapshot"];
const volumeModes = ["Block", "Filesystem"];

/**
 * What a claim of a volume asks for. Modes are reported on their list.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidatePersistentVolumeClaimSpec.
 */
export function checkClaimSpec(
  spec: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  checkAccessModes(listOf(spec.accessModes).map(textOf), child(path, "accessModes"), version, report);
  const selector = objectOf(spec.selector);
  if (selector !== undefined) checkLabelSelector(selector, child(path, "selector"), version, report);

  const requests = asObject(asObject(spec.resources).requests);
  const { storage } = requests;
  const storagePath = key(child(path, "resources"), "storage");
  if (!Object.hasOwn(requests, "storage")) report("Required", storagePath, storage, "needs the size of the volume");
  else if (parseQuantity(storage) <= 0n) report("Invalid", storagePath, storage, "is not greater than zero");

  const className = textOf(spec.storageClassName);
  if (className !== "") {
    reportProblems(dns1123SubdomainProblems(className), child(path, "storageClassName"), className, report);
  }
  const mode = optionalTextOf(spec.volumeMode);
  if (mode !== undefined) checkSupported(mode, volumeModes, child(path, "volumeMode"), report);
  checkDataSource(objectOf(spec.dataSource), child(path, "dataSource"), report);
}

// Where the data comes from: servers drop what is neither a claim nor a snapshot.
function checkDataSource(source: JsonObject | undefined, path: FieldPath, report: Report): void {
  if (source === undefined || textOf(source.name) !== "") return;
  const kind = `${textOf(source.apiGroup)}/${textOf(source.kind)}`;
  if (dataSources.includes(kind)) report("Required", child(path, "name"), source.name, "needs the name of a source");
}

function checkAccessModes(
  modes: readonly string[],
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  if (modes.length === 0) report("Required", path, modes, "needs at least one access mode");
  // Since 1.27; before, behind a gate.
  const hasOncePod = isAtLeast(version, 27);
  const allowed = hasOncePod ? [...accessModes, "ReadWriteOncePod"] : accessModes;
  for (const mode of modes) checkSupported(mode, allowed, path, report);
  if (hasOncePod && modes.length > 1 && modes.includes("ReadWriteOncePod")) {
    report("Forbidden", path, modes, "must not have ReadWriteOncePod beside another access mode");
  }
}
