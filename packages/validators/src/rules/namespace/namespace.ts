import { child, field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../json-object.ts";
import { type Rule, rule } from "../../runtime/rule.ts";
import { core } from "../sources.ts";
import { checkFinalizerForm, checkStandardFinalizer } from "../metadata/finalizers.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { labelForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";

const finalizersPath: FieldPath = child(field("spec"), "finalizers");

/**
 * What the API server asks of a Namespace on create. The path of `spec.finalizers` has no index.
 */
export const checkNamespace: Rule<[namespace: JsonObject]> = rule(core, "ValidateNamespace", (report, namespace) => {
  checkObjectMeta(report, namespace, labelForm, false);
  checkGeneration(report, namespace);
  for (const finalizer of listOf(asObject(namespace.spec).finalizers).map(textOf)) {
    checkFinalizerForm(report, finalizer, finalizersPath);
    checkStandardFinalizer(report, finalizer, finalizersPath);
  }
});
