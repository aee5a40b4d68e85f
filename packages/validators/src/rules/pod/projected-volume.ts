import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkDownwardApi, checkKeyedFiles, checkMode } from "./volume-files.ts";

const shortestSeconds = 600;
const longestSeconds = 2 ** 32;

/**
 * Several sources in one volume, which must not make the same file twice.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, validateProjectionSources.
 */
export function checkProjected(volume: JsonObject, path: FieldPath, version: KubernetesVersion, report: Report): void {
  checkMode(volume.defaultMode, child(path, "defaultMode"), report);
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
      if (kind === "downwardAPI") checkDownwardApi(given.items, kindPath, version, report);
      else {
        if (textOf(given.name) === "") report("Required", child(kindPath, "name"), given.name, "needs a name");
        checkKeyedFiles(given.items, child(kindPath, "items"), report);
      }
      noteFiles(given.items, files, path, report);
    }
    const token = objectOf(source.serviceAccountToken);
    if (token !== undefined) {
      count++;
      checkToken(token, child(at, "serviceAccountToken"), path, report);
    }
    if (count > 1) report("Forbidden", at, source, "has more than one source");
  }
}

function noteFiles(items: unknown, files: Set<string>, path: FieldPath, report: Report): void {
  for (const entry of listOf(items)) {
    const file = textOf(asObject(entry).path);
    if (file === "") continue;
    if (files.has(file)) report("Invalid", path, file, "is the path of two files");
    files.add(file);
  }
}

// An hour unless given. The server reports an absent path on the volume.
function checkToken(token: JsonObject, path: FieldPath, volumePath: FieldPath, report: Report): void {
  const seconds = token.expirationSeconds;
  if (typeof seconds === "number" && (seconds < shortestSeconds || seconds > longestSeconds)) {
    const problem = `is not between ${shortestSeconds} and ${longestSeconds}`;
    report("Invalid", child(path, "expirationSeconds"), seconds, problem);
  }
  if (textOf(token.path) === "") report("Required", child(volumePath, "path"), token.path, "needs a path");
}
