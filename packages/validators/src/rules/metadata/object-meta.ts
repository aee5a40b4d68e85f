import { child, field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../values/json-object.ts";
import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { objectMeta } from "../sources.ts";
import { checkAnnotations } from "./annotations.ts";
import { checkFinalizers } from "./finalizers.ts";
import { checkLabels } from "./labels.ts";
import { checkName, type NameForm } from "./name.ts";
import { checkOwnerReferences } from "./owner-references.ts";

const metadataPath: FieldPath = field("metadata");
const namespacePath: FieldPath = child(metadataPath, "namespace");
const labelsPath: FieldPath = child(metadataPath, "labels");
const annotationsPath: FieldPath = child(metadataPath, "annotations");
const ownersPath: FieldPath = child(metadataPath, "ownerReferences");
const finalizersPath: FieldPath = child(metadataPath, "finalizers");

/**
 * The rules for `metadata` on create, for every kind.
 * Source: kubernetes, apimachinery/pkg/api/validation/objectmeta.go.
 *
 * `managedFields` are not checked: the server throws away what it cannot read of them. Nor are the fields that it sets
 * itself. An absent namespace is right, since the request names it; the server refuses a cluster-wide object's
 * namespace nowhere, because it clears the field first.
 *
 * @param object The whole object.
 * @param form The form that the kind requires of its names.
 * @param areFinalizersStandard Whether finalizers without a prefix must be the standard ones.
 */
export function checkObjectMeta(
  outer: Report,
  object: JsonObject,
  form: NameForm,
  isNamespaced: boolean,
  areFinalizersStandard = true,
): void {
  const report = reportFrom(outer, objectMeta, "ValidateObjectMeta");
  const metadata = asObject(object.metadata);
  checkName(report, metadata, form, metadataPath);
  const namespace = textOf(metadata.namespace);
  if (isNamespaced && namespace !== "") {
    for (const problem of dns1123LabelProblems(namespace)) report("Invalid", namespacePath, namespace, problem);
  }
  const labels = objectOf(metadata.labels);
  if (labels !== undefined) checkLabels(report, labels, labelsPath);
  const annotations = objectOf(metadata.annotations);
  if (annotations !== undefined) checkAnnotations(report, annotations, annotationsPath);
  const owners = listOf(metadata.ownerReferences);
  if (owners.length > 0) checkOwnerReferences(report, owners, ownersPath);
  const finalizers = listOf(metadata.finalizers);
  if (finalizers.length > 0) {
    checkFinalizers(report, finalizers.map(textOf), finalizersPath, areFinalizersStandard);
  }
}
