import type { BackendRef, IngressObject } from "./cluster-view.ts";

/** Every backend that an Ingress names, repeats included: the default backend, then those of its rules in their order. */
export function* backendsOf(
  { defaultBackend, rules }: Pick<IngressObject, "defaultBackend" | "rules">,
): Generator<BackendRef> {
  if (defaultBackend !== undefined) yield defaultBackend;
  for (const { paths = [] } of rules) {
    for (const { backend } of paths) yield backend;
  }
}
