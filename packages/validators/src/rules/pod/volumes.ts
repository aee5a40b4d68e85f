import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { type JsonObject, objectOf, textOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";
import { checkIscsiName } from "./iscsi-volume.ts";
import { checkVolumeSource, sourceNames } from "./volume-sources.ts";

// For two sources the server writes another name where they are too many.
const tooManyName: Readonly<Record<string, string>> = { cephfs: "cephFS", downwardAPI: "downwarAPI" };

/**
 * Checks volumes, and returns the valid ones: only these can be mounted, and only their names count as used. A volume
 * without a source is an empty folder.
 */
export function checkVolumes(
  outer: Report,
  entries: readonly JsonObject[],
  path: FieldPath,
  version: KubernetesVersion,
): ReadonlyMap<string, JsonObject> {
  const report = reportFrom(outer, core, "ValidateVolumes");
  const volumes = new Map<string, JsonObject>();
  for (const [index, volume] of entries.entries()) {
    let isFaulty = false;
    const note: Report = (...fault) => {
      isFaulty = true;
      report(...fault);
    };
    const at = item(path, index);
    checkSources(note, volume, at, version);
    const name = textOf(volume.name);
    if (name === "") note("Required", child(at, "name"), volume.name, "must be set");
    else reportProblems(note, dns1123LabelProblems(name), child(at, "name"), name);
    if (volumes.has(name)) note("Duplicate", child(at, "name"), name, "is the name of another volume");
    if (!isFaulty) volumes.set(name, volume);
  }
  return volumes;
}

function checkSources(report: Report, volume: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  let count = 0;
  for (const name of sourceNames) {
    const source = objectOf(volume[name]);
    if (source === undefined) continue;
    if (count > 0) {
      report(
        "Forbidden",
        child(path, tooManyName[name] ?? name),
        source,
        "must not be set beside another source of the volume",
      );
    } else checkVolumeSource(report, name, source, path, version);
    if (name === "iscsi") checkIscsiName(report, source, volume, path);
    count++;
  }
}
