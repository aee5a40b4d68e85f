import type { RouteSource } from "../routes/route.ts";
import { isClassMissing } from "./class-missing.ts";
import { type RuleResult, toResult } from "./finding.ts";
import { groupBy, type Rule, type RuleContext } from "./rule-context.ts";

/** A cloud load balancer takes minutes; an Ingress younger than this is not judged. */
const pendingGraceMs = 5 * 60_000;

/**
 * An Ingress has no address although its class gives addresses.
 *
 * Controllers need not publish a status. So an Ingress is measured against its class: if no Ingress of the class has
 * an address, that is one note about the class. An Ingress without a class, or with one that does not exist, has its
 * own finding for that.
 */
export const addressPending: Rule = {
  id: "address/pending",
  summary: "An Ingress has no address after five minutes, although others of its class have one.",
  severity: "error",
  why:
    "Without an address nothing publishes DNS for the hosts, and often no load balancer exists. Controllers that never publish a status are told apart: they give one note for the class.",
  fix: "Read the events of the Ingress and the log of its class's controller.",
  check: (context) => {
    const byClass = groupBy(context.sources, (source) => source.className);
    return [...byClass].flatMap(([className, sources]) => checkClass(context, className, sources));
  },
};

function checkClass(
  context: RuleContext,
  className: string,
  sources: readonly RouteSource[],
): readonly RuleResult[] {
  const pending = sources.filter((source) => isPending(context, source));
  const published = sources.filter((source) => source.addresses.length > 0);
  if (pending.length === 0) return [];
  if (published.length === 0 && !sources.some((source) => source.emptyAddressCount > 0)) {
    return [neverPublished(className, pending)];
  }
  return pending.map((source) =>
    toResult({
      rule: "address/pending",
      severity: "error",
      object: source.ref,
      fieldPath: ".status.loadBalancer.ingress",
      should: published.length === 0
        ? "an address"
        : `an address, as ${published.length} of ${sources.length} Ingresses of class "${className}" have`,
      is: `no address, ${formatAge(context.atMs - (source.createdAtMs ?? context.atMs))}`,
      fix: `kubectl describe ingress ${source.ref.name} -n ${source.ref.namespace}, and the log of the controller of ` +
        `class "${className}"`,
      routes: source.routes,
      sources: [source],
    })
  );
}

function neverPublished(className: string, pending: readonly RouteSource[]): RuleResult {
  return toResult({
    rule: "address/pending",
    severity: "info",
    outcome: "unknown",
    object: { apiVersion: "networking.k8s.io/v1", kind: "IngressClass", namespace: "", name: className },
    detail: "never-published",
    fieldPath: ".spec.controller",
    should: "an address in the status of its Ingresses, which a controller may leave out",
    is: `none of the Ingresses of class "${className}" has an address`,
    fix: "if this controller does publish addresses, see that it runs; otherwise there is nothing to do",
    routes: pending.flatMap((source) => source.routes),
    sources: pending,
  });
}

function isPending(context: RuleContext, source: RouteSource): boolean {
  const isFresh = source.createdAtMs !== undefined && context.atMs - source.createdAtMs < pendingGraceMs;
  return source.addresses.length === 0 && source.emptyAddressCount === 0 && !isFresh && !source.isBeingDeleted &&
    !isClassMissing(context, source);
}

function formatAge(ageMs: number): string {
  if (ageMs <= 0) return "age unknown";
  const minutes = Math.floor(ageMs / 60_000);
  if (minutes < 120) return `${minutes} minutes after it was created`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} hours after it was created` : `${Math.floor(hours / 24)} days after it was created`;
}
