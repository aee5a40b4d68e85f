import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { labelValueProblems } from "../../formats/label-value.ts";
import type { Problems } from "../../formats/problems.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { reportProblems } from "../report-problems.ts";

const mostHints = 8;

/**
 * The zones that should use an endpoint; the nodes since 1.34 (in 1.33 behind a gate).
 * Source: kubernetes, pkg/apis/discovery/validation/validation.go, validateHints.
 */
export function checkHints(hints: JsonObject, path: FieldPath, version: KubernetesVersion, report: Report): void {
  checkNames(listOf(hints.forZones), labelValueProblems, child(path, "forZones"), report);
  if (isAtLeast(version, 34)) {
    checkNames(listOf(hints.forNodes), dns1123SubdomainProblems, child(path, "forNodes"), report);
  }
}

function checkNames(
  entries: readonly unknown[],
  problems: (name: string) => Problems,
  path: FieldPath,
  report: Report,
): void {
  if (entries.length > mostHints) {
    report("TooMany", path, entries, `has ${entries.length} items: at most ${mostHints} are allowed`);
    return;
  }
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const name = textOf(asObject(entry).name);
    const namePath = child(item(path, index), "name");
    if (seen.has(name)) report("Duplicate", namePath, name, "is there already");
    seen.add(name);
    reportProblems(problems(name), namePath, name, report);
  }
}
