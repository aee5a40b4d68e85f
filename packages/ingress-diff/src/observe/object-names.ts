import type { ObjectReference, ReferencedObject } from "./cluster-view.ts";
import { type JsonObject, objectAt, stringAt } from "./json-value.ts";
import { objectKey } from "./object-key.ts";

/** The names of the objects of a snapshot, whatever their kind. */
export interface ObjectNames {
  readonly add: (apiGroup: string, object: JsonObject) => void;
  /** Says that every object of a kind is there, also if there is none. */
  readonly addKind: (apiGroup: string, kind: string) => void;
  /** Looks for an object; a kind of which there is none was not observed, so nothing of that kind is ever missing. */
  readonly find: (ref: ObjectReference) => ReferencedObject;
}

/** Makes an empty set of names. */
export function createObjectNames(): ObjectNames {
  const byKind = new Map<string, Set<string>>();
  const namesOf = (apiGroup: string, kind: string): Set<string> => {
    const key = `${apiGroup}/${kind}`;
    const names = byKind.get(key) ?? new Set();
    byKind.set(key, names);
    return names;
  };
  return {
    add: (apiGroup, object) => {
      const metadata = objectAt(object, "metadata");
      const namespace = stringAt(metadata, "namespace") ?? "";
      namesOf(apiGroup, String(object.kind)).add(objectKey({ namespace, name: String(metadata.name) }));
    },
    addKind: (apiGroup, kind) => void namesOf(apiGroup, kind),
    find: (ref) => {
      const names = byKind.get(`${ref.apiGroup}/${ref.kind}`);
      if (names === undefined) return { ref, state: "not-observed" };
      return { ref, state: names.has(objectKey(ref)) ? "exists" : "missing" };
    },
  };
}
