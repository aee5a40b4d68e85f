import { isJsonObject, type JsonObject } from "../observe/json-value.ts";
import { lastAppliedAnnotation } from "./stored-ingress.ts";

/** Metadata that only the server sets. A manifest made from a dump holds them, and they never count. */
const serverSet: readonly string[] = [
  "uid",
  "resourceVersion",
  "generation",
  "creationTimestamp",
  "deletionTimestamp",
  "deletionGracePeriodSeconds",
  "selfLink",
  "managedFields",
];

/**
 * Leaves what a user may set: no status, no metadata of the server, no last-applied annotation. Annotations are there in
 * any case, since kubectl writes them before it compares, `null` included; so `annotations: null` removes none, while
 * `labels: null` removes all.
 */
export function settableFields({ status: _, ...object }: JsonObject): JsonObject {
  const metadata = isJsonObject(object.metadata) ? object.metadata : {};
  const kept = Object.fromEntries(Object.entries(metadata).filter(([key]) => !serverSet.includes(key)));
  const annotations = isJsonObject(metadata.annotations) ? metadata.annotations : {};
  const { [lastAppliedAnnotation]: __, ...others } = annotations;
  return { ...object, metadata: { ...kept, annotations: others } };
}
