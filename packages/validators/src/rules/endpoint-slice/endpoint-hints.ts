import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { labelValueProblems } from "../../formats/label-value.ts";
import type { Problems } from "../../formats/problems.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { discovery } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";

const mostHints = 8;

/**
 * The zones that should use an endpoint; the nodes since 1.34 (in 1.33 behind a gate).
 */
export function checkHints(outer: Report, hints: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const report = reportFrom(outer, discovery, "validateHints");
  checkNames(report, listOf(hints.forZones), labelValueProblems, child(path, "forZones"));
  if (isAtLeast(version, 34)) {
    checkNames(report, listOf(hints.forNodes), dns1123SubdomainProblems, child(path, "forNodes"));
  }
}

function checkNames(
  report: Report,
  entries: readonly unknown[],
  problems: (name: string) => Problems,
  path: FieldPath,
): void {
  if (entries.length > mostHints) {
    report("TooMany", path, entries, `must have at most ${mostHints} items, found ${entries.length}`);
    return;
  }
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const name = textOf(asObject(entry).name);
    const namePath = child(item(path, index), "name");
    if (seen.has(name)) report("Duplicate", namePath, name, "is duplicated");
    seen.add(name);
    reportProblems(report, problems(name), namePath, name);
  }
}
