import { formatFieldPath } from "../../field-path.ts";
import type { JsonObject } from "../../json-object.ts";
import { newestVersion, parseKubernetesVersion } from "../../kubernetes-version.ts";
import type { Rules } from "../../runtime/rules.ts";

/** What rules say of an object, each fault as its path and type, for the tables of tests. */
export function faultsOf(rules: Rules, object: JsonObject, kubernetesVersion?: string): readonly string[] {
  const faults: string[] = [];
  const version = kubernetesVersion === undefined ? newestVersion : parseKubernetesVersion(kubernetesVersion);
  rules(object, (type, path) => faults.push(`${formatFieldPath(path)} ${type}`), version);
  return faults;
}
