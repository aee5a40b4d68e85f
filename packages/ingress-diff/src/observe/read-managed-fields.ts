import type { FieldWriter, IngressObject } from "./cluster-view.ts";
import { isJsonObject, type JsonObject, objectAt, objectsAt, optional, stringAt } from "./json-value.ts";

/** Written by `kubectl apply` in addition to everything else; it contains no information of its own. */
const lastApplied = "f:kubectl.kubernetes.io/last-applied-configuration";

/**
 * Reduces `.metadata.managedFields` to what the rules need, so that a third of each object need not be kept.
 *
 * The writer of a status is recognised by the key `f:status`: only since 1.22 an entry also says `subresource`. A
 * client that created the object with an empty status has not written one.
 *
 * @see {@link https://kubernetes.io/docs/reference/using-api/server-side-apply/#field-management}
 */
export function readManagedFields(object: JsonObject): readonly FieldWriter[] {
  return objectsAt(objectAt(object, "metadata"), "managedFields").map(readEntry);
}

/** Whether managedFields were read at all; false for a dump that leaves them out. */
export function areManagedFieldsShown(ingresses: readonly IngressObject[]): boolean {
  return ingresses.length === 0 || ingresses.some(({ writers }) => writers.length > 0);
}

function readEntry(entry: JsonObject): FieldWriter {
  const fields = objectAt(entry, "fieldsV1");
  const spec = objectAt(fields, "f:spec");
  const metadata = objectAt(fields, "f:metadata");
  const annotations = objectAt(metadata, "f:annotations");
  const ownsOtherFields = Object.keys(spec).some((key) => key !== "f:ingressClassName") ||
    Object.keys(annotations).some(isOtherAnnotation) ||
    Object.keys(objectAt(metadata, "f:labels")).length > 0;
  const loadBalancer = objectAt(objectAt(fields, "f:status"), "f:loadBalancer");
  return {
    manager: stringAt(entry, "manager") ?? "",
    operation: stringAt(entry, "operation") ?? "",
    apiVersion: stringAt(entry, "apiVersion") ?? "",
    ...optional("time", stringAt(entry, "time")),
    ownsStatus: "f:ingress" in loadBalancer || (isJsonObject(fields["f:status"]) && !ownsOtherFields),
    ownsClassField: "f:ingressClassName" in spec,
    ownsClassAnnotation: "f:kubernetes.io/ingress.class" in annotations,
    ownsOtherFields,
  };
}

function isOtherAnnotation(key: string): boolean {
  return key !== "." && key !== lastApplied && key !== "f:kubernetes.io/ingress.class";
}
