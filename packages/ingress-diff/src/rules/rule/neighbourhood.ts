import type { RouteSource } from "../../routes/route.ts";
import { isClassMissing } from "./is-class-missing.ts";
import type { RuleContext } from "./rule-context.ts";

/** The Ingresses that can take requests from each other. */
export interface Neighbourhood {
  readonly sources: readonly RouteSource[];
  /** Whether one has a load balancer of its own, so that it takes requests from none but itself. */
  readonly isAlone: (source: RouteSource) => boolean;
}

const known = new WeakMap<RuleContext, Neighbourhood>();

/**
 * Finds the Ingresses that can take requests from each other: not those that repeat routes on purpose, nor those that no
 * controller takes.
 *
 * Each Ingress of GKE has a load balancer of its own, and each of the AWS controller that is in no group. So have those
 * of other classes in which no two show the same address. What shows no address yet may elsewhere end on any load
 * balancer of its class.
 *
 * @see {@link https://cloud.google.com/kubernetes-engine/docs/concepts/ingress}
 * @see {@link https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#ingressgroup}
 */
export function neighbourhoodOf(context: RuleContext): Neighbourhood {
  const found = known.get(context) ?? findNeighbourhood(context);
  known.set(context, found);
  return found;
}

const googleClasses: ReadonlySet<string> = new Set(["gce", "gce-internal"]);

function findNeighbourhood(context: RuleContext): Neighbourhood {
  const shown = countShown(context.sources);
  const isAlone = ({ addresses, choosesLoadBalancer, className = "" }: RouteSource): boolean => {
    if (googleClasses.has(className)) return true;
    if (choosesLoadBalancer) return false;
    const { ingressCount = 0, isShared = false, hasGroups = false } = shown.get(className) ?? {};
    // Parameters of a class of the AWS controller can put all of its Ingresses into one group.
    if (isShared) return false;
    const isAws = hasGroups || context.classes.get(className)?.controller === "ingress.k8s.aws/alb";
    return isAws || addresses.length === 0 && ingressCount > 1;
  };
  return { sources: context.sources.filter((source) => isTaken(context, source)), isAlone };
}

function isTaken(context: RuleContext, source: RouteSource): boolean {
  const hasClass = source.className !== undefined || source.addresses.length > 0;
  return hasClass && source.repeatsRoutes === undefined && !source.isBeingDeleted && !isClassMissing(context, source);
}

interface Shown {
  readonly addresses: Set<string>;
  ingressCount: number;
  isShared: boolean;
  /** Some of its Ingresses choose a load balancer, so the others have one of their own. */
  hasGroups: boolean;
}

/** What the Ingresses of each class show; those that choose a load balancer show nothing of the others. */
function countShown(sources: readonly RouteSource[]): ReadonlyMap<string, Shown> {
  const shown = new Map<string, Shown>();
  for (const { className, addresses, choosesLoadBalancer } of sources) {
    if (className === undefined || addresses.length === 0 && !choosesLoadBalancer) continue;
    const ofClass = shown.get(className) ??
      { addresses: new Set(), ingressCount: 0, isShared: false, hasGroups: false };
    shown.set(className, ofClass);
    ofClass.hasGroups ||= choosesLoadBalancer;
    if (ofClass.isShared || choosesLoadBalancer) continue;
    ofClass.ingressCount++;
    ofClass.isShared = addresses.some((address) => ofClass.addresses.has(address));
    for (const address of addresses) ofClass.addresses.add(address);
  }
  return shown;
}
