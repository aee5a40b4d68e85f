import { type FieldPath, item } from "../../field-path.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import type { Report } from "../../runtime/rules.ts";

const standard = ["kubernetes", "orphan", "foregroundDeletion"];

/**
 * Finalizers are qualified names, and those without `/` are the standard ones.
 * Source: kubernetes, apimachinery/pkg/api/validation/objectmeta.go and pkg/apis/core/validation/validation.go.
 */
export function checkFinalizers(finalizers: readonly string[], path: FieldPath, report: Report): void {
  for (const finalizer of finalizers) {
    for (const problem of qualifiedNameProblems(finalizer)) report("Invalid", path, finalizer, problem);
  }
  if (finalizers.includes("orphan") && finalizers.includes("foregroundDeletion")) {
    report("Invalid", path, finalizers, 'has both "orphan" and "foregroundDeletion"');
  }
  for (const [index, finalizer] of finalizers.entries()) {
    if (finalizer.includes("/") || standard.includes(finalizer)) continue;
    report(
      "Invalid",
      item(path, index),
      finalizer,
      `needs a prefix and "/", unless it is one of ${standard.join(", ")}`,
    );
  }
}
