import type { ClusterView } from "../observe/cluster-view.ts";

/**
 * What limits what can be said of a view, as sentences; none of them holds text of the cluster.
 *
 * @param isAllWell Where nothing is wrong, nobody asks who did it.
 */
export function viewLimits(view: ClusterView, isAllWell: boolean = false): readonly string[] {
  return [
    ...(view.isComplete ? [] : ["The lists changed while they were read: this is not a single point in time."]),
    ...(isAllWell || view.areManagedFieldsShown || view.ingresses.length === 0 ? [] : [
      "No Ingress shows managedFields, so nobody can tell who changed what, since when, and through which version of the " +
      "API (kubectl get --show-managed-fields).",
    ]),
  ];
}
