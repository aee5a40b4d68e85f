import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, numberOf, optionalTextOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { batch } from "../sources.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { checkSupported } from "../check-supported.ts";

const modes = ["NonIndexed", "Indexed"];
const maxParallelism = 100_000;
const maxFailedIndexes = 100_000;
/** Above so many completions, with a limit for each index, these are lower. */
const manyCompletions = 100_000;
const maxParallelismOfMany = 10_000;
const maxFailedIndexesOfMany = 10_000;

/**
 * Whether each pod of a Job has an index, and what goes with that; limits for each index are since 1.29.
 */
export function checkCompletionMode(
  outer: Report,
  spec: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, batch, "validateJobSpec");
  const mode = optionalTextOf(spec.completionMode) ?? "NonIndexed";
  checkSupported(report, mode, modes, child(path, "completionMode"));
  if (mode === "Indexed") {
    if (typeof spec.completions !== "number") {
      report("Required", child(path, "completions"), spec.completions, "must be set when completionMode is Indexed");
    }
    checkAtMost(report, spec, "parallelism", maxParallelism, path);
  }
  if (isAtLeast(version, 29)) checkIndexLimits(report, spec, mode, path);
}

function checkIndexLimits(report: Report, spec: JsonObject, mode: string, path: FieldPath): void {
  checkNotNegative(report, spec, ["backoffLimitPerIndex", "maxFailedIndexes"], path);
  const hasLimit = typeof spec.backoffLimitPerIndex === "number";
  const hasMaximum = typeof spec.maxFailedIndexes === "number";
  if (hasMaximum && !hasLimit) {
    const problem = "must be set when maxFailedIndexes is set";
    report("Required", child(path, "backoffLimitPerIndex"), spec.backoffLimitPerIndex, problem);
  }
  if (mode === "NonIndexed") {
    for (const name of ["backoffLimitPerIndex", "maxFailedIndexes"]) {
      if (typeof spec[name] !== "number") continue;
      report("Invalid", child(path, name), spec[name], "must not be set unless completionMode is Indexed");
    }
  }
  if (mode !== "Indexed") return;
  if (typeof spec.completions === "number" && hasMaximum) {
    checkAtMost(report, spec, "maxFailedIndexes", spec.completions, path);
  }
  checkAtMost(report, spec, "maxFailedIndexes", maxFailedIndexes, path);
  if (numberOf(spec.completions) <= manyCompletions || !hasLimit) return;
  if (!hasMaximum) {
    const problem = `must be set when there are more than ${manyCompletions} completions`;
    report("Required", child(path, "maxFailedIndexes"), spec.maxFailedIndexes, problem);
  }
  checkAtMost(report, spec, "parallelism", maxParallelismOfMany, path);
  checkAtMost(report, spec, "maxFailedIndexes", maxFailedIndexesOfMany, path);
}

function checkAtMost(report: Report, spec: JsonObject, name: string, limit: number, path: FieldPath): void {
  const count = numberOf(spec[name]);
  if (count > limit) report("Invalid", child(path, name), count, `must not be greater than ${limit}`);
}
