import { child, type FieldPath } from "../../field-path.ts";
import { type JsonObject, numberOf, optionalTextOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
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
 * Source: kubernetes, pkg/apis/batch/validation/validation.go, validateJobSpec.
 */
export function checkCompletionMode(
  spec: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const mode = optionalTextOf(spec.completionMode) ?? "NonIndexed";
  checkSupported(mode, modes, child(path, "completionMode"), report);
  if (mode === "Indexed") {
    if (typeof spec.completions !== "number") {
      report("Required", child(path, "completions"), spec.completions, "is needed with completionMode Indexed");
    }
    checkAtMost(spec, "parallelism", maxParallelism, path, report);
  }
  if (isAtLeast(version, 29)) checkIndexLimits(spec, mode, path, report);
}

function checkIndexLimits(spec: JsonObject, mode: string, path: FieldPath, report: Report): void {
  checkNotNegative(spec, ["backoffLimitPerIndex", "maxFailedIndexes"], path, report);
  const hasLimit = typeof spec.backoffLimitPerIndex === "number";
  const hasMaximum = typeof spec.maxFailedIndexes === "number";
  if (hasMaximum && !hasLimit) {
    const problem = "is needed where maxFailedIndexes is set";
    report("Required", child(path, "backoffLimitPerIndex"), spec.backoffLimitPerIndex, problem);
  }
  if (mode === "NonIndexed") {
    for (const name of ["backoffLimitPerIndex", "maxFailedIndexes"]) {
      if (typeof spec[name] !== "number") continue;
      report("Invalid", child(path, name), spec[name], "needs completionMode Indexed");
    }
  }
  if (mode !== "Indexed") return;
  if (typeof spec.completions === "number" && hasMaximum) {
    checkAtMost(spec, "maxFailedIndexes", spec.completions, path, report);
  }
  checkAtMost(spec, "maxFailedIndexes", maxFailedIndexes, path, report);
  if (numberOf(spec.completions) <= manyCompletions || !hasLimit) return;
  if (!hasMaximum) {
    const problem = `is needed with more than ${manyCompletions} completions`;
    report("Required", child(path, "maxFailedIndexes"), spec.maxFailedIndexes, problem);
  }
  checkAtMost(spec, "parallelism", maxParallelismOfMany, path, report);
  checkAtMost(spec, "maxFailedIndexes", maxFailedIndexesOfMany, path, report);
}

function checkAtMost(spec: JsonObject, name: string, limit: number, path: FieldPath, report: Report): void {
  const count = numberOf(spec[name]);
  if (count > limit) report("Invalid", child(path, name), count, `is greater than ${limit}`);
}
