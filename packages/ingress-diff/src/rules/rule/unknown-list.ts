import type { ListName } from "../../observe/cluster-view.ts";
import { formatMissingRight, rbacRules } from "../../observe/rbac-rules.ts";
import type { Route, RouteSource } from "../../routes/route.ts";
import { type RuleId, type RuleResult, toResult } from "./finding.ts";
import type { RuleContext } from "./rule-context.ts";

const listKinds: Readonly<Record<ListName, { readonly apiVersion: string; readonly kind: string }>> = {
  ingresses: { apiVersion: "networking.k8s.io/v1", kind: "Ingress" },
  ingressclasses: { apiVersion: "networking.k8s.io/v1", kind: "IngressClass" },
  services: { apiVersion: "v1", kind: "Service" },
  endpointslices: { apiVersion: "discovery.k8s.io/v1", kind: "EndpointSlice" },
  secrets: { apiVersion: "v1", kind: "Secret" },
  events: { apiVersion: "v1", kind: "Event" },
};

/**
 * What a rule says if the list it needs was not observed: one finding for the list, never one per Ingress, and never
 * that something is missing.
 *
 * @returns `undefined` if the list was observed; nothing at all if no route needs it.
 */
export function unknownList(
  context: RuleContext,
  list: ListName,
  rule: RuleId,
  needs: { readonly routes: readonly Route[]; readonly sources?: readonly RouteSource[] },
): readonly RuleResult[] | undefined {
  const state = context.view.lists[list];
  if (state.state === "observed") return undefined;
  if ((needs.sources ?? needs.routes).length === 0) return [];
  const { apiVersion, kind } = listKinds[list];
  const namespace = list === "ingressclasses" ? "" : context.view.namespace ?? "";
  return [toResult({
    rule,
    severity: "warning",
    outcome: "unknown",
    object: { apiVersion, kind, namespace, name: "*" },
    fieldPath: "",
    should: `a list of ${list} to check against`,
    is: `could not check: ${state.message}`,
    fix: fixFor(list, state.state, namespace),
    ...needs,
  })];
}

function fixFor(list: ListName, state: "forbidden" | "unavailable" | "not-observed", namespace: string): string {
  if (state === "not-observed") return `take the snapshot with ${list} included: kubectl get ${list} -A -o yaml`;
  if (state === "unavailable") return `run again when the API server answers for ${list}`;
  return formatMissingRight(rbacRules[list], namespace);
}
