import { type FieldPath, item } from "../../field-path.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { type Rule, rule } from "../../runtime/rule.ts";
import { core, objectMeta } from "../sources.ts";

const standard = ["kubernetes", "orphan", "foregroundDeletion"];

/**
 * Finalizers are qualified names, and those without `/` are the standard ones.
 * Source: kubernetes, apimachinery/pkg/api/validation/objectmeta.go and pkg/apis/core/validation/validation.go.
 *
 * @param areStandard Whether the kind asks for the standard ones; some do not.
 */
export const checkFinalizers: Rule<[finalizers: readonly string[], path: FieldPath, areStandard?: boolean]> = rule(
  objectMeta,
  "ValidateFinalizers",
  (report, finalizers, path, areStandard = true) => {
    for (const finalizer of finalizers) checkFinalizerForm(report, finalizer, path);
    if (finalizers.includes("orphan") && finalizers.includes("foregroundDeletion")) {
      report("Invalid", path, finalizers, 'must not have both "orphan" and "foregroundDeletion"');
    }
    if (!areStandard) return;
    for (const [index, finalizer] of finalizers.entries()) checkStandardFinalizer(report, finalizer, item(path, index));
  },
);

/** A finalizer is a qualified name. */
export const checkFinalizerForm: Rule<[finalizer: string, path: FieldPath]> = rule(
  objectMeta,
  "ValidateFinalizerName",
  (report, finalizer, path) => {
    for (const problem of qualifiedNameProblems(finalizer)) report("Invalid", path, finalizer, problem);
  },
);

/** A finalizer without `/` is one of the standard ones. */
export const checkStandardFinalizer: Rule<[finalizer: string, path: FieldPath]> = rule(
  core,
  "validateKubeFinalizerName",
  (report, finalizer, path) => {
    if (finalizer.includes("/") || standard.includes(finalizer)) return;
    report("Invalid", path, finalizer, `must have a prefix and "/", or be one of ${standard.join(", ")}`);
  },
);
