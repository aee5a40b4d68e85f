import { isJsonObject, type JsonObject, objectAt, stringAt } from "./json-value.ts";
import { ObservationError } from "./observation-error.ts";

/** One source of a snapshot, such as a file. */
export interface SnapshotSource {
  /** For messages. */
  readonly name: string;
  /** What it holds, decoded: objects and lists of them. A large dump may decode them one after another. */
  readonly documents: Iterable<unknown>;
}

/** A list of one kind, such as a ServiceList. */
export interface TypedList {
  /** Of its items. */
  readonly apiVersion: string;
  /** Of its items. */
  readonly kind: string;
  /** Another page follows it, which may stand elsewhere. */
  readonly isCutOff: boolean;
}

/**
 * Lists the single objects of what `kubectl get -o yaml|json` prints.
 *
 * Lists are taken apart; items of a typed list such as `IngressList` get the kind that the list leaves out.
 *
 * @param onList Called with each typed list, also with an empty one, which says that there is no object of its kind.
 * @throws {ObservationError} If the source holds something that is not an object.
 */
export function snapshotObjects(
  source: SnapshotSource,
  onList: (list: TypedList) => void = () => {},
): readonly JsonObject[] {
  const objects: JsonObject[] = [];
  for (const document of source.documents) {
    if (document === null || document === undefined) continue;
    if (!isJsonObject(document)) {
      throw new ObservationError(
        `Cannot read snapshot "${source.name}": expected Kubernetes objects, found ${describeValue(document)}`,
        "kubectl get ingresses,ingressclasses,services,endpointslices,secrets -A -o yaml > snapshot.yaml",
      );
    }
    collect(document, objects, onList);
  }
  return objects;
}

function collect(object: JsonObject, into: JsonObject[], onList: (list: TypedList) => void): void {
  const kind = stringAt(object, "kind") ?? "";
  const items = object.items;
  // Go prints a list that was never filled as null.
  const isEmpty = kind.endsWith("List") && kind !== "List" && items === null;
  if (!kind.endsWith("List") || !(Array.isArray(items) || isEmpty)) {
    into.push(object);
    return;
  }
  // `kind: List` holds whole objects, of any kind; the items of a typed list leave their kind to the list.
  const inherited = kind === "List" ? {} : { apiVersion: object.apiVersion, kind: kind.slice(0, -"List".length) };
  if (kind !== "List") {
    const isCutOff = (stringAt(objectAt(object, "metadata"), "continue") ?? "") !== "";
    onList({ apiVersion: stringAt(object, "apiVersion") ?? "", kind: kind.slice(0, -"List".length), isCutOff });
  }
  for (const item of Array.isArray(items) ? items : []) {
    if (isJsonObject(item)) collect({ ...inherited, ...item }, into, onList);
  }
}

function describeValue(value: unknown): string {
  return Array.isArray(value) ? "a list" : `a ${typeof value}`;
}
