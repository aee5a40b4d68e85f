import type { JsonObject } from "../observe/json-value.ts";
import { findOwners } from "./field-owners.ts";
import type { PathStep } from "./field-path.ts";
import type { KeptField } from "./ingress-drift.ts";
import type { StoredIngress } from "./stored-ingress.ts";

/**
 * Lists what apply would leave although the manifest says nothing about it: labels and annotations that somebody else
 * set, a class that the server gave, whole fields of the spec.
 */
export function findKeptFields(result: StoredIngress, desired: StoredIngress, live: JsonObject): readonly KeptField[] {
  const kept = (path: readonly PathStep[], names: readonly string[], value: unknown): KeptField => ({
    path,
    live: value,
    owners: findOwners(live, names),
  });
  const ofMap = (field: "labels" | "annotations"): readonly KeptField[] =>
    Object.keys(result.metadata[field]).filter((key) => !Object.hasOwn(desired.metadata[field], key)).sort().map((
      key,
    ) => kept([{ field: "metadata" }, { field }, { key }], ["metadata", field, key], result.metadata[field][key]));
  const spec = (["ingressClassName", "defaultBackend", "tls", "rules"] as const)
    .filter((field) => !isEmpty(result.spec[field]) && isEmpty(desired.spec[field]))
    .map((field) => kept([{ field: "spec" }, { field }], ["spec", field], result.spec[field]));
  return [...ofMap("labels"), ...ofMap("annotations"), ...spec];
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
