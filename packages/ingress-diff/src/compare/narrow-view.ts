import type { ClusterView } from "../observe/cluster-view.ts";

/** Leaves of a view only what one namespace holds, as if it had been read with `-n`. */
export function narrowView(view: ClusterView, namespace: string): ClusterView {
  if (view.namespace === namespace) return view;
  const isWithin = (object: { readonly namespace: string }): boolean => object.namespace === namespace;
  return {
    ...view,
    namespace,
    ingresses: view.ingresses.filter(isWithin),
    services: view.services.filter(isWithin),
    endpointSlices: view.endpointSlices.filter(isWithin),
    secrets: view.secrets.filter(isWithin),
    events: view.events.filter(isWithin),
  };
}
