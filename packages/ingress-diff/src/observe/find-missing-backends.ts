import type { BackendRef, IngressObject, ParametersRef } from "./cluster-view.ts";
import type { ObjectNames } from "./find-class-parameters.ts";

/**
 * Looks in a snapshot for the objects, other than Services, that backends name. A kind of which it holds no object was
 * not observed, so nothing of that kind is ever missing.
 */
export function findMissingBackends(
  ingresses: Iterable<IngressObject>,
  names: ObjectNames,
): readonly ParametersRef[] {
  const missing = new Map<string, ParametersRef>();
  for (const { namespace, defaultBackend, rules } of ingresses) {
    const backends = [defaultBackend, ...rules.flatMap(({ paths = [] }) => paths.map((path) => path.backend))];
    for (const { apiGroup, kind, name } of backends.filter(isResource)) {
      const ref = { apiGroup, kind, namespace, name };
      if (names.hasKind(apiGroup, kind) && !names.has(ref)) {
        missing.set([apiGroup, kind, namespace, name].join("\n"), ref);
      }
    }
  }
  return [...missing.values()];
}

function isResource(backend: BackendRef | undefined): backend is Extract<BackendRef, { type: "resource" }> {
  return backend?.type === "resource";
}
