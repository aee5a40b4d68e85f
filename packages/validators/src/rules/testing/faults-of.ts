import { formatFieldPath, stepsOf } from "../../values/field-path.ts";
import { type JsonObject, textOf } from "../../values/json-object.ts";
import { newestVersion, parseKubernetesVersion } from "../../values/kubernetes-version.ts";
import { makeIssue } from "../../runtime/make-issue.ts";
import type { KindRule } from "../../runtime/report.ts";
import { sentenceFault } from "./sentence-fault.ts";

/**
 * Lists what rules report about an object, each fault as its path and type, for the tables of tests.
 *
 * @throws {Error} If a message is not a sentence, or a fault comes without a source.
 */
export function faultsOf(check: KindRule, object: JsonObject, kubernetesVersion?: string): readonly string[] {
  const faults: string[] = [];
  const version = kubernetesVersion === undefined ? newestVersion : parseKubernetesVersion(kubernetesVersion);
  const kind = { apiVersion: textOf(object.apiVersion), kind: textOf(object.kind) };
  check(
    (type, path, value, problem, allowed, source = "") => {
      const fieldPath = formatFieldPath(path);
      const { message } = makeIssue(
        { type, fieldPath, steps: stepsOf(path), value, problem, allowed, source },
        undefined,
      );
      const fault = sentenceFault(message) ?? (/\.go, \w+$/.test(source) ? undefined : `has the source "${source}"`);
      if (fault !== undefined) throw new Error(`${fieldPath}: ${message}: it ${fault}`);
      faults.push(`${fieldPath} ${type}`);
    },
    object,
    version,
    kind,
  );
  return faults;
}
