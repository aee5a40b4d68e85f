import { isJsonObject, type JsonObject, objectAt, objectsAt, optional, stringAt } from "../observe/json-value.ts";
import { isOldVersion } from "./ingress-version.ts";

/** Who set a field, as `.metadata.managedFields` says. */
export interface FieldOwner {
  /** Such as `kubectl-client-side-apply`; a client that names none is called after its program. */
  readonly manager: string;
  /** `Apply` is a server-side apply; all else is `Update`. */
  readonly operation: string;
  /** RFC 3339: when this manager last changed any of its fields. */
  readonly time?: string;
}

/**
 * Finds the managers of a field. Several may own one: they set the same value, or one of them an item of it.
 *
 * @param path In the words of networking.k8s.io/v1, such as `["spec", "defaultBackend", "service", "name"]`.
 * @returns Empty if nobody owns it, or the object has no managedFields.
 * @see {@link https://github.com/kubernetes-sigs/structured-merge-diff} for the format of `fieldsV1`
 */
export function findOwners(object: JsonObject, path: readonly string[]): readonly FieldOwner[] {
  return objectsAt(objectAt(object, "metadata"), "managedFields")
    .filter((entry) => owns(objectAt(entry, "fieldsV1"), isOldVersion(entry.apiVersion) ? toOldPath(path) : path))
    .map((entry) => ({
      manager: stringAt(entry, "manager") ?? "",
      operation: stringAt(entry, "operation") ?? "",
      ...optional("time", stringAt(entry, "time")),
    }));
}

function owns(fields: JsonObject, path: readonly string[]): boolean {
  let node = fields;
  for (const [index, name] of path.entries()) {
    const next = node[`f:${name}`];
    // A node without fields of its own is owned with all that is inside.
    if (next === undefined) return index > 0 && Object.keys(node).length === 0;
    if (!isJsonObject(next)) return false;
    node = next;
  }
  return true;
}

/** An entry keeps the field names of the version that its client used. */
function toOldPath(path: readonly string[]): readonly string[] {
  const [spec, field, ...rest] = path;
  if (spec !== "spec" || field !== "defaultBackend") return path;
  if (rest[0] !== "service") return ["spec", "backend", ...rest];
  return ["spec", "backend", rest[1] === "name" ? "serviceName" : "servicePort"];
}
