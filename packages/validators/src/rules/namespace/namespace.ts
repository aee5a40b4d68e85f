import { child, field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkFinalizerForm, checkStandardFinalizer } from "../metadata/finalizers.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { labelForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";

const finalizersPath: FieldPath = child(field("spec"), "finalizers");

/**
 * What the API server asks of a Namespace on create. The path of `spec.finalizers` has no index.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateNamespace.
 */
export function checkNamespace(namespace: JsonObject, report: Report): void {
  checkObjectMeta(namespace, labelForm, false, report);
  checkGeneration(namespace, report);
  for (const finalizer of listOf(asObject(namespace.spec).finalizers).map(textOf)) {
    checkFinalizerForm(finalizer, finalizersPath, report);
    checkStandardFinalizer(finalizer, finalizersPath, report);
  }
}
