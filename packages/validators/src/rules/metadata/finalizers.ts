import { type FieldPath, item } from "../../field-path.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import type { Report } from "../../runtime/rules.ts";

const standard = ["kubernetes", "orphan", "foregroundDeletion"];

/**
 * Finalizers are qualified names, and those without `/` are the standard ones.
 * Source: kubernetes, apimachinery/pkg/api/validation/objectmeta.go and pkg/apis/core/validation/validation.go.
 *
 * @param areStandard Whether the kind asks for the standard ones; some do not.
 */
export function checkFinalizers(
  finalizers: readonly string[],
  path: FieldPath,
  report: Report,
  areStandard = true,
): void {
  for (const finalizer of finalizers) checkFinalizerForm(finalizer, path, report);
  if (finalizers.includes("orphan") && finalizers.includes("foregroundDeletion")) {
    report("Invalid", path, finalizers, 'has both "orphan" and "foregroundDeletion"');
  }
  if (!areStandard) return;
  for (const [index, finalizer] of finalizers.entries()) checkStandardFinalizer(finalizer, item(path, index), report);
}

/** A finalizer is a qualified name. */
export function checkFinalizerForm(finalizer: string, path: FieldPath, report: Report): void {
  for (const problem of qualifiedNameProblems(finalizer)) report("Invalid", path, finalizer, problem);
}

/** A finalizer without `/` is one of the standard ones. */
export function checkStandardFinalizer(finalizer: string, path: FieldPath, report: Report): void {
  if (finalizer.includes("/") || standard.includes(finalizer)) return;
  report("Invalid", path, finalizer, `needs a prefix and "/", unless it is one of ${standard.join(", ")}`);
}
