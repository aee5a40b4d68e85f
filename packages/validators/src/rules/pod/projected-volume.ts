import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkDownwardApi, checkKeyedFiles, checkMode } from "./volume-files.ts";

const shortestSeconds = 600;
const longestSeconds = 2 ** 32;

/**
 * Several sources in one volume, which must not make the same file twice.
 */
export function checkProjected(outer: Report, volume: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const report = reportFrom(outer, core, "validateProjectionSources");
  checkMode(report, volume.defaultMode, child(path, "defaultMode"));
  const files = new Set<string>();
  for (const [index, entry] of listOf(volume.sources).entries()) {
    const source = asObject(entry);
    const at = item(child(path, "sources"), index);
    let count = 0;
    for (const kind of ["secret", "configMap", "downwardAPI"]) {
      const given = objectOf(source[kind]);
      if (given === undefined) continue;
      count++;
      const kindPath = child(at, kind);
      if (kind === "downwardAPI") checkDownwardApi(report, given.items, kindPath, version);
      else {
        if (textOf(given.name) === "") report("Required", child(kindPath, "name"), given.name, "must be set");
        checkKeyedFiles(report, given.items, child(kindPath, "items"));
      }
      noteFiles(report, given.items, files, path);
    }
    const token = objectOf(source.serviceAccountToken);
    if (token !== undefined) {
      count++;
      checkToken(report, token, child(at, "serviceAccountToken"), path);
    }
    if (count > 1) report("Forbidden", at, source, "must not have more than one source");
  }
}

function noteFiles(report: Report, items: unknown, files: Set<string>, path: FieldPath): void {
  for (const entry of listOf(items)) {
    const file = textOf(asObject(entry).path);
    if (file === "") continue;
    if (files.has(file)) report("Invalid", path, file, "is the path of more than one file");
    files.add(file);
  }
}

// The default is an hour. The server reports an absent path on the volume.
function checkToken(report: Report, token: JsonObject, path: FieldPath, volumePath: FieldPath): void {
  const seconds = token.expirationSeconds;
  if (typeof seconds === "number" && (seconds < shortestSeconds || seconds > longestSeconds)) {
    const problem = `is not between ${shortestSeconds} and ${longestSeconds}`;
    report("Invalid", child(path, "expirationSeconds"), seconds, problem);
  }
  if (textOf(token.path) === "") report("Required", child(volumePath, "path"), token.path, "must be set");
}
