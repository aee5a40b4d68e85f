import type { BackendRef } from "../observe/cluster-view.ts";
import type { RouteBackend } from "./route.ts";

/** Gives what very many routes have in common as one and the same value, so that a large cluster holds it once. */
export interface SharedParts {
  /** Such as `.spec.rules[2].http.paths[0]`. */
  readonly fieldPath: (ruleIndex: number, pathIndex: number) => string;
  readonly backend: (backend: BackendRef, namespace: string) => RouteBackend;
}

/** Starts with nothing shared. */
export function createSharedParts(): SharedParts {
  const fieldPaths: string[][] = [];
  const byNamespace = new Map<string, Map<string, Map<number | string | undefined, RouteBackend>>>();
  return {
    fieldPath: (ruleIndex, pathIndex) => {
      const ofRule = fieldPaths[ruleIndex] ?? [];
      fieldPaths[ruleIndex] = ofRule;
      const fieldPath = ofRule[pathIndex] ?? `.spec.rules[${ruleIndex}].http.paths[${pathIndex}]`;
      ofRule[pathIndex] = fieldPath;
      return fieldPath;
    },
    backend: (backend, namespace) => {
      if (backend.type === "resource") return toRouteBackend(backend, namespace);
      const byName = entryOf(byNamespace, namespace);
      const byPort = entryOf(byName, backend.name);
      let shared = byPort.get(backend.port);
      if (shared === undefined) {
        shared = toRouteBackend(backend, namespace);
        byPort.set(backend.port, shared);
      }
      return shared;
    },
  };
}

function toRouteBackend(backend: BackendRef, namespace: string): RouteBackend {
  const { name } = backend;
  if (backend.type === "resource") return { type: "other", kind: backend.kind, name, apiGroup: backend.apiGroup };
  // The AWS controller reads such a name as that of an annotation, and no Service of that name exists.
  // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#actions
  if (backend.port === "use-annotation") return { type: "other", kind: "annotation", name };
  return { type: "service", namespace, name, ...(backend.port === undefined ? {} : { port: backend.port }) };
}

function entryOf<Key, Value>(maps: Map<string, Map<Key, Value>>, key: string): Map<Key, Value> {
  let found = maps.get(key);
  if (found === undefined) {
    found = new Map();
    maps.set(key, found);
  }
  return found;
}
