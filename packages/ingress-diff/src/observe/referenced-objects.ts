import type { IngressClassObject, IngressObject, ObjectReference } from "./cluster-view.ts";
import { backendsOf } from "./ingress-backends.ts";
import { objectKey } from "./object-key.ts";

/** What some classes name in `.spec.parameters`, without repeats, in the order of the classes. */
export function parametersOfClasses(classes: Iterable<IngressClassObject>): readonly ObjectReference[] {
  return distinct([...classes].flatMap(({ parameters }) => parameters ?? []));
}

/** The objects, other than Services, that backends name, without repeats. */
export function backendObjectsOf(ingresses: Iterable<IngressObject>): readonly ObjectReference[] {
  const refs: ObjectReference[] = [];
  for (const ingress of ingresses) {
    for (const backend of backendsOf(ingress)) {
      if (backend.type !== "resource") continue;
      refs.push({ apiGroup: backend.apiGroup, kind: backend.kind, namespace: ingress.namespace, name: backend.name });
    }
  }
  return distinct(refs);
}

/** `namespace/name` of each Secret that a TLS entry names. */
export function secretKeysOf(ingresses: readonly IngressObject[]): readonly string[] {
  return ingresses.flatMap(({ namespace, tls }) =>
    tls.flatMap(({ secretName: name }) => name === undefined ? [] : objectKey({ namespace, name }))
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
