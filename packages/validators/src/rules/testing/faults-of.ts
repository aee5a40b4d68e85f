import { formatFieldPath } from "../../field-path.ts";
import { type JsonObject, textOf } from "../../json-object.ts";
import { newestVersion, parseKubernetesVersion } from "../../kubernetes-version.ts";
import type { KindRule } from "../../runtime/report.ts";

/** A rule, or a function in its place. */
type Check = (...args: Parameters<KindRule>) => void;

/** What rules say of an object, each fault as its path and type, for the tables of tests. */
export function faultsOf(check: Check, object: JsonObject, kubernetesVersion?: string): readonly string[] {
  const faults: string[] = [];
  const version = kubernetesVersion === undefined ? newestVersion : parseKubernetesVersion(kubernetesVersion);
  const kind = { apiVersion: textOf(object.apiVersion), kind: textOf(object.kind) };
  check((type, path) => faults.push(`${formatFieldPath(path)} ${type}`), object, version, kind);
  return faults;
}
