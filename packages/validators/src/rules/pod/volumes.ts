import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { type JsonObject, objectOf, textOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { reportProblems } from "../report-problems.ts";
import { checkIscsiName } from "./iscsi-volume.ts";
import { checkVolumeSource, sourceNames } from "./volume-sources.ts";

// For two sources the server writes another name where they are too many.
const tooManyName: Readonly<Record<string, string>> = { cephfs: "cephFS", downwardAPI: "downwarAPI" };

/**
 * Checks volumes, and tells which are right: only these can be mounted, and only their names count as taken. A volume
 * without a source is an empty folder.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateVolumes.
 */
export function checkVolumes(
  entries: readonly JsonObject[],
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): ReadonlyMap<string, JsonObject> {
  const volumes = new Map<string, JsonObject>();
  for (const [index, volume] of entries.entries()) {
    let isFaulty = false;
    const note: Report = (...fault) => {
      isFaulty = true;
      report(...fault);
    };
    const at = item(path, index);
    checkSources(volume, at, version, note);
    const name = textOf(volume.name);
    if (name === "") note("Required", child(at, "name"), volume.name, "needs a name");
    else reportProblems(dns1123LabelProblems(name), child(at, "name"), name, note);
    if (volumes.has(name)) note("Duplicate", child(at, "name"), name, "is the name of another volume");
    if (!isFaulty) volumes.set(name, volume);
  }
  return volumes;
}

function checkSources(volume: JsonObject, path: FieldPath, version: KubernetesVersion, report: Report): void {
  let count = 0;
  for (const name of sourceNames) {
    const source = objectOf(volume[name]);
    if (source === undefined) continue;
    if (count > 0) {
      report("Forbidden", child(path, tooManyName[name] ?? name), source, "must not be set beside another source");
    } else checkVolumeSource(name, source, path, version, report);
    if (name === "iscsi") checkIscsiName(source, volume, path, report);
    count++;
  }
}
