import { configMapKeyProblems } from "../../formats/config-map-key.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { envVarNameProblems, relaxedEnvVarNameProblems } from "../../formats/env-var-name.ts";
import type { Problems } from "../../formats/problems.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { type JsonObject, objectOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { reportProblems } from "../report-problems.ts";
import { checkFieldRef, checkResourceFieldRef, envFields } from "./field-ref.ts";

/**
 * Variables. Since 1.32 (gate RelaxedEnvironmentVariableValidation) names may contain more characters.
 */
export function checkEnv(
  outer: Report,
  variables: readonly JsonObject[],
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "ValidateEnv");
  for (const [index, variable] of variables.entries()) {
    const at = item(path, index);
    const name = textOf(variable.name);
    if (name === "") report("Required", child(at, "name"), variable.name, "must be set");
    else reportProblems(report, nameProblems(name, version), child(at, "name"), name);
    const source = objectOf(variable.valueFrom);
    if (source !== undefined) checkSource(report, source, textOf(variable.value), child(at, "valueFrom"), version);
  }
}

function checkSource(
  report: Report,
  source: JsonObject,
  value: string,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const fieldRef = objectOf(source.fieldRef);
  const resourceFieldRef = objectOf(source.resourceFieldRef);
  const configMapKeyRef = objectOf(source.configMapKeyRef);
  const secretKeyRef = objectOf(source.secretKeyRef);
  // Behind a gate until 1.35; here it only counts as a source.
  const fileKeyRef = isAtLeast(version, 34) ? objectOf(source.fileKeyRef) : undefined;
  if (fieldRef !== undefined) checkFieldRef(report, fieldRef, envFields, child(path, "fieldRef"), version);
  if (resourceFieldRef !== undefined) {
    checkResourceFieldRef(report, resourceFieldRef, false, child(path, "resourceFieldRef"), version);
  }
  if (configMapKeyRef !== undefined) checkKeyRef(report, configMapKeyRef, child(path, "configMapKeyRef"));
  if (secretKeyRef !== undefined) checkKeyRef(report, secretKeyRef, child(path, "secretKeyRef"));
  const count =
    [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef].filter((ref) => ref !== undefined).length;
  if (count === 0) report("Invalid", path, source, "must have exactly one source of the value");
  else if (value !== "") report("Invalid", path, source, "must not be set when value is set");
  else if (count > 1) report("Invalid", path, source, "must not have more than one source of the value");
}

// Of a ConfigMap or a Secret.
function checkKeyRef(report: Report, ref: JsonObject, path: FieldPath): void {
  const name = textOf(ref.name);
  reportProblems(report, dns1123SubdomainProblems(name), child(path, "name"), name);
  const key = textOf(ref.key);
  if (key === "") report("Required", child(path, "key"), ref.key, "must be set");
  else reportProblems(report, configMapKeyProblems(key), child(path, "key"), key);
}

/** Whole ConfigMaps and Secrets. A wrong number of sources is reported on the list. */
export function checkEnvFrom(
  outer: Report,
  sources: readonly JsonObject[],
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "ValidateEnvFrom");
  for (const [index, source] of sources.entries()) {
    const at = item(path, index);
    const prefix = textOf(source.prefix);
    if (prefix !== "") reportProblems(report, nameProblems(prefix, version), child(at, "prefix"), prefix);
    let count = 0;
    for (const kind of ["configMapRef", "secretRef"]) {
      const ref = objectOf(source[kind]);
      if (ref === undefined) continue;
      count++;
      const name = textOf(ref.name);
      const namePath = child(child(at, kind), "name");
      // The server accepts the prefix of a name here.
      if (name === "") report("Required", namePath, ref.name, "must be set");
      else reportProblems(report, subdomainForm.prefix(name), namePath, name);
    }
    if (count === 0) report("Invalid", path, source, "must have configMapRef or secretRef in every item");
    if (count > 1) report("Invalid", path, source, "must not have both configMapRef and secretRef in one item");
  }
}

function nameProblems(name: string, version: KubernetesVersion): Problems {
  return isAtLeast(version, 32) ? relaxedEnvVarNameProblems(name) : envVarNameProblems(name);
}
