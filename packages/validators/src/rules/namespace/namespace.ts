import { child, field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkFinalizerForm, checkStandardFinalizer } from "../metadata/finalizers.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { labelForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";

const finalizersPath: FieldPath = child(field("spec"), "finalizers");

/**
 * The API server's rules for a Namespace on create. The path of `spec.finalizers` has no index.
 */
export function checkNamespace(outer: Report, namespace: JsonObject): void {
  const report = reportFrom(outer, core, "ValidateNamespace");
  checkObjectMeta(report, namespace, labelForm, false);
  checkGeneration(report, namespace);
  for (const finalizer of listOf(asObject(namespace.spec).finalizers).map(textOf)) {
    checkFinalizerForm(report, finalizer, finalizersPath);
    checkStandardFinalizer(report, finalizer, finalizersPath);
  }
}
