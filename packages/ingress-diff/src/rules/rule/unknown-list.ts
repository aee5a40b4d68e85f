import type { ListName } from "../../observe/cluster-view.ts";
import { formatMissingRight, rbacRules } from "../../observe/rbac-rules.ts";
import type { Route, RouteSource } from "../../routes/route.ts";
import type { Fault } from "./fault.ts";
import type { RuleContext } from "./rule-context.ts";
import type { Advice } from "./rule.ts";

const listKinds: Readonly<Record<ListName, { readonly apiVersion: string; readonly kind: string }>> = {
  ingresses: { apiVersion: "networking.k8s.io/v1", kind: "Ingress" },
  ingressclasses: { apiVersion: "networking.k8s.io/v1", kind: "IngressClass" },
  services: { apiVersion: "v1", kind: "Service" },
  endpointslices: { apiVersion: "discovery.k8s.io/v1", kind: "EndpointSlice" },
  secrets: { apiVersion: "v1", kind: "Secret" },
  events: { apiVersion: "v1", kind: "Event" },
};

/**
 * What a rule says if the list that it needs was not observed: one fault for the list, never one per Ingress, and never
 * that something is missing.
 *
 * @returns `undefined` if the list was observed; nothing at all if no route needs it.
 */
export function unknownList(
  context: RuleContext,
  list: ListName,
  needs: { readonly routes: readonly Route[]; readonly sources?: readonly RouteSource[] },
): readonly Fault[] | undefined {
  const state = context.view.lists[list];
  if (state.state === "observed") return undefined;
  if ((needs.sources ?? needs.routes).length === 0) return [];
  const { apiVersion, kind } = listKinds[list];
  const namespace = list === "ingressclasses" ? "" : context.view.namespace ?? "";
  return [{
    outcome: "unknown",
    object: { apiVersion, kind, namespace, name: "*" },
    fieldPath: "",
    should: `a list of ${list} to check against`,
    is: `could not be checked: ${state.message}`,
    ...adviceFor(list, state.state, namespace),
    ...needs,
  }];
}

function adviceFor(list: ListName, state: "forbidden" | "unavailable" | "not-observed", namespace: string): Advice {
  if (state === "unavailable") return { fix: `run ingress-diff again when the API server answers for ${list}` };
  if (state === "forbidden") return { fix: formatMissingRight(rbacRules[list], namespace) };
  return { fix: `take the snapshot with ${list} included`, command: `kubectl get ${list} -A -o yaml` };
}
