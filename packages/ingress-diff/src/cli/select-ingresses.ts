import type { ClusterView } from "../observe/cluster-view.ts";
import { ObservationError } from "../observe/observation-error.ts";
import type { Options } from "./parse-options.ts";

type Ingress = { readonly namespace: string; readonly name: string };

/**
 * Which Ingresses of a view the command is about: those in the namespace, with one of the names.
 *
 * @throws {ObservationError} If nothing fits, or a name fits no Ingress.
 */
export function createSelection(
  view: ClusterView,
  options: Pick<Options, "names" | "namespace">,
): (ingress: Ingress) => boolean {
  const { names, namespace } = options;
  const inNamespace = (ingress: Ingress): boolean => namespace === undefined || ingress.namespace === namespace;
  const candidates = view.ingresses.filter(inNamespace);
  if (namespace !== undefined && view.ingresses.length > 0 && candidates.length === 0) {
    throw new ObservationError(
      `Cannot report on namespace "${namespace}": ${view.source} holds no Ingress in it`,
      "ingress-diff without -n shows every namespace of the snapshot",
    );
  }
  for (const name of names) {
    if (candidates.some((ingress) => isNamed(ingress, name))) continue;
    const place = namespace ?? view.namespace;
    throw new ObservationError(
      `Cannot find Ingress "${name}"${place === undefined ? "" : ` in namespace "${place}"`}: ${view.source} has ${
        candidates.length === 1 ? "1 other" : `${candidates.length} others`
      }`,
      "kubectl get ingresses -A",
    );
  }
  return (ingress) => inNamespace(ingress) && (names.length === 0 || names.some((name) => isNamed(ingress, name)));
}

function isNamed(ingress: Ingress, name: string): boolean {
  return name.includes("/") ? `${ingress.namespace}/${ingress.name}` === name : ingress.name === name;
}
