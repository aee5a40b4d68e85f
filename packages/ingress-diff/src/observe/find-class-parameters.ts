import type { ClassParameters, IngressClassObject, ParametersRef } from "./cluster-view.ts";
import { type JsonObject, objectAt, stringAt } from "./json-value.ts";

/** The names of the objects of a snapshot, whatever their kind. */
export interface ObjectNames {
  readonly add: (apiGroup: string, object: JsonObject) => void;
  /** Says that every object of a kind is there, also if there is none. */
  readonly addKind: (apiGroup: string, kind: string) => void;
  readonly hasKind: (apiGroup: string, kind: string) => boolean;
  readonly has: (ref: ParametersRef) => boolean;
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
      namesOf(apiGroup, String(object.kind)).add(
        `${stringAt(metadata, "namespace") ?? ""}/${String(metadata.name)}`,
      );
    },
    addKind: (apiGroup, kind) => void namesOf(apiGroup, kind),
    hasKind: (apiGroup, kind) => byKind.has(`${apiGroup}/${kind}`),
    has: ({ apiGroup, kind, namespace, name }) =>
      byKind.get(`${apiGroup}/${kind}`)?.has(`${namespace}/${name}`) === true,
  };
}

/**
 * Looks in a snapshot for what its IngressClasses name in `.spec.parameters`. A kind of which it holds no object was not
 * observed, so nothing of that kind is ever missing.
 */
export function findClassParameters(
  classes: Iterable<IngressClassObject>,
  names: ObjectNames,
): readonly ClassParameters[] {
  return distinctParameters(classes).map((ref) => ({
    ref,
    state: names.has(ref) ? "exists" : names.hasKind(ref.apiGroup, ref.kind) ? "missing" : "not-observed",
  }));
}

/** What some classes name in `.spec.parameters`, without repeats, in the order of the classes. */
export function distinctParameters(classes: Iterable<IngressClassObject>): readonly ParametersRef[] {
  const byKey = new Map<string, ParametersRef>();
  for (const { parameters } of classes) if (parameters !== undefined) byKey.set(parametersKey(parameters), parameters);
  return [...byKey.values()];
}

/** The same for two references to one object. */
export function parametersKey({ apiGroup, kind, namespace, name }: ParametersRef): string {
  return [apiGroup, kind, namespace, name].join("\n");
}
