import { type FieldPath, item } from "../../values/field-path.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core, objectMeta } from "../sources.ts";

const standard = ["kubernetes", "orphan", "foregroundDeletion"];

/**
 * Finalizers are qualified names, and those without `/` are the standard ones.
 * Source: kubernetes, apimachinery/pkg/api/validation/objectmeta.go and pkg/apis/core/validation/validation.go.
 *
 * @param areStandard Whether the kind requires the standard ones; some do not.
 */
export function checkFinalizers(
  outer: Report,
  finalizers: readonly string[],
  path: FieldPath,
  areStandard = true,
): void {
  const report = reportFrom(outer, objectMeta, "ValidateFinalizers");
  for (const finalizer of finalizers) checkFinalizerForm(report, finalizer, path);
  if (finalizers.includes("orphan") && finalizers.includes("foregroundDeletion")) {
    report("Invalid", path, finalizers, 'must not have both "orphan" and "foregroundDeletion"');
  }
  if (!areStandard) return;
  for (const [index, finalizer] of finalizers.entries()) checkStandardFinalizer(report, finalizer, item(path, index));
}

/** A finalizer is a qualified name. */
export function checkFinalizerForm(outer: Report, finalizer: string, path: FieldPath): void {
  const report = reportFrom(outer, objectMeta, "ValidateFinalizerName");
  for (const problem of qualifiedNameProblems(finalizer)) report("Invalid", path, finalizer, problem);
}

/** A finalizer without `/` is one of the standard ones. */
export function checkStandardFinalizer(outer: Report, finalizer: string, path: FieldPath): void {
  const report = reportFrom(outer, core, "validateKubeFinalizerName");
  if (finalizer.includes("/") || standard.includes(finalizer)) return;
  report("Invalid", path, finalizer, `must have a prefix and "/", or be one of ${standard.join(", ")}`);
}
