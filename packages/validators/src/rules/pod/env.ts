import { configMapKeyProblems } from "../../formats/config-map-key.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { envVarNameProblems, relaxedEnvVarNameProblems } from "../../formats/env-var-name.ts";
import type { Problems } from "../../formats/problems.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { type JsonObject, objectOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { reportProblems } from "../report-problems.ts";
import { checkFieldRef, checkResourceFieldRef, envFields } from "./field-ref.ts";

/**
 * Variables. Since 1.32 (gate RelaxedEnvironmentVariableValidation) names may hold more.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateEnv.
 */
export function checkEnv(
  variables: readonly JsonObject[],
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  for (const [index, variable] of variables.entries()) {
    const at = item(path, index);
    const name = textOf(variable.name);
    if (name === "") report("Required", child(at, "name"), variable.name, "needs a name");
    else reportProblems(nameProblems(name, version), child(at, "name"), name, report);
    const source = objectOf(variable.valueFrom);
    if (source !== undefined) checkSource(source, textOf(variable.value), child(at, "valueFrom"), version, report);
  }
}

function checkSource(
  source: JsonObject,
  value: string,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const fieldRef = objectOf(source.fieldRef);
  const resourceFieldRef = objectOf(source.resourceFieldRef);
  const configMapKeyRef = objectOf(source.configMapKeyRef);
  const secretKeyRef = objectOf(source.secretKeyRef);
  // Behind a gate until 1.35; there is nothing to check here but that it is a source.
  const fileKeyRef = isAtLeast(version, 34) ? objectOf(source.fileKeyRef) : undefined;
  if (fieldRef !== undefined) checkFieldRef(fieldRef, envFields, child(path, "fieldRef"), version, report);
  if (resourceFieldRef !== undefined) {
    checkResourceFieldRef(resourceFieldRef, false, child(path, "resourceFieldRef"), version, report);
  }
  if (configMapKeyRef !== undefined) checkKeyRef(configMapKeyRef, child(path, "configMapKeyRef"), report);
  if (secretKeyRef !== undefined) checkKeyRef(secretKeyRef, child(path, "secretKeyRef"), report);
  const count =
    [fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef].filter((ref) => ref !== undefined).length;
  if (count === 0) report("Invalid", path, source, "needs one source of the value");
  else if (value !== "") report("Invalid", path, source, "must not be set beside a value");
  else if (count > 1) report("Invalid", path, source, "has more than one source of the value");
}

// Of a ConfigMap or a Secret.
function checkKeyRef(ref: JsonObject, path: FieldPath, report: Report): void {
  const name = textOf(ref.name);
  reportProblems(dns1123SubdomainProblems(name), child(path, "name"), name, report);
  const key = textOf(ref.key);
  if (key === "") report("Required", child(path, "key"), ref.key, "needs a key");
  else reportProblems(configMapKeyProblems(key), child(path, "key"), key, report);
}

/** Whole ConfigMaps and Secrets. A wrong number of sources is reported on the list. Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateEnvFrom. */
export function checkEnvFrom(
  sources: readonly JsonObject[],
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  for (const [index, source] of sources.entries()) {
    const at = item(path, index);
    const prefix = textOf(source.prefix);
    if (prefix !== "") reportProblems(nameProblems(prefix, version), child(at, "prefix"), prefix, report);
    let count = 0;
    for (const kind of ["configMapRef", "secretRef"]) {
      const ref = objectOf(source[kind]);
      if (ref === undefined) continue;
      count++;
      const name = textOf(ref.name);
      const namePath = child(child(at, kind), "name");
      // The server takes a name for a prefix of one here.
      if (name === "") report("Required", namePath, ref.name, "needs a name");
      else reportProblems(subdomainForm.prefix(name), namePath, name, report);
    }
    if (count === 0) report("Invalid", path, source, "needs configMapRef or secretRef");
    if (count > 1) report("Invalid", path, source, "has both configMapRef and secretRef");
  }
}

function nameProblems(name: string, version: KubernetesVersion): Problems {
  return isAtLeast(version, 32) ? relaxedEnvVarNameProblems(name) : envVarNameProblems(name);
}
