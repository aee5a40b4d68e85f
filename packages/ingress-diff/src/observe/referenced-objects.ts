import type { BackendRef, IngressClassObject, IngressObject, ObjectReference } from "./cluster-view.ts";

/** What some classes name in `.spec.parameters`, without repeats, in the order of the classes. */
export function parametersOfClasses(classes: Iterable<IngressClassObject>): readonly ObjectReference[] {
  return distinct([...classes].flatMap(({ parameters }) => parameters ?? []));
}

/** The objects, other than Services, that backends name, without repeats. */
export function backendObjectsOf(ingresses: Iterable<IngressObject>): readonly ObjectReference[] {
  const refs: ObjectReference[] = [];
  for (const { namespace, defaultBackend, rules } of ingresses) {
    const add = (backend: BackendRef | undefined): void => {
      if (backend?.type !== "resource") return;
      refs.push({ apiGroup: backend.apiGroup, kind: backend.kind, namespace, name: backend.name });
    };
    add(defaultBackend);
    for (const { paths = [] } of rules) for (const { backend } of paths) add(backend);
  }
  return distinct(refs);
}

/** `namespace/name` of each Secret that a TLS entry names. */
export function secretKeysOf(ingresses: readonly IngressObject[]): readonly string[] {
  return ingresses.flatMap(({ namespace, tls }) =>
    tls.flatMap(({ secretName }) => secretName === undefined ? [] : `${namespace}/${secretName}`)
  );
}

/** The same for two references to one object. */
export function referenceKey({ apiGroup, kind, namespace, name }: ObjectReference): string {
  return [apiGroup, kind, namespace, name].join("\n");
}

/** For people, such as `Bucket.storage.example "images" in namespace "shop"`. */
export function formatReference({ apiGroup, kind, namespace, name }: ObjectReference): string {
  const group = apiGroup === "" ? "" : `.${apiGroup}`;
  return `${kind}${group} "${name}"${namespace === "" ? "" : ` in namespace "${namespace}"`}`;
}

function distinct(refs: readonly ObjectReference[]): readonly ObjectReference[] {
  return [...new Map(refs.map((ref) => [referenceKey(ref), ref])).values()];
}
