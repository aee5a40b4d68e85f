import type { ListName } from "./cluster-view.ts";

/** What allows one kind of request, in the form of an entry of a Role's `.rules`. */
export interface RbacRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** What each list needs; `list` is the only verb that a report uses. */
export const rbacRules: Readonly<Record<ListName, RbacRule>> = {
  ingresses: { apiGroups: ["networking.k8s.io"], resources: ["ingresses"], verbs: ["list"] },
  ingressclasses: { apiGroups: ["networking.k8s.io"], resources: ["ingressclasses"], verbs: ["list"] },
  services: { apiGroups: [""], resources: ["services"], verbs: ["list"] },
  endpointslices: { apiGroups: ["discovery.k8s.io"], resources: ["endpointslices"], verbs: ["list"] },
  secrets: { apiGroups: [""], resources: ["secrets"], verbs: ["list"] },
  events: { apiGroups: [""], resources: ["events"], verbs: ["list"] },
};

/** What to do about a 403; a namespace of `""` means the whole cluster. */
export function formatMissingRight(rule: RbacRule, namespace: string): string {
  const role = namespace === "" ? "a ClusterRole" : `a Role in namespace ${namespace}`;
  return `allow it with ${role} that has the rule ${JSON.stringify(rule)}`;
}
