import type { ListName } from "../../observe/cluster-view.ts";

/** The first half of a rule's id. */
export type RuleFamily = "class" | "address" | "backend" | "tls" | "route" | "event" | "api";

/** What the rules of a family have in common. */
export interface FamilyFacts {
  /** What a route table calls that which could not be checked; empty if the state of a route does not depend on it. */
  readonly subject: string;
  /** The lists that the family depends on: without one of them nobody can tell that a finding has gone. */
  readonly lists: readonly ListName[];
  /** Whether its findings are about an Ingress as a whole rather than about single routes. */
  readonly isOfWholeIngress: boolean;
}

/** Every family, in the order in which a request meets what they check. */
export const families: Readonly<Record<RuleFamily, FamilyFacts>> = {
  class: { subject: "class", lists: ["ingressclasses"], isOfWholeIngress: true },
  address: { subject: "address", lists: [], isOfWholeIngress: true },
  backend: { subject: "backend", lists: ["services", "endpointslices"], isOfWholeIngress: false },
  tls: { subject: "TLS", lists: ["secrets"], isOfWholeIngress: false },
  route: { subject: "neighbours", lists: [], isOfWholeIngress: false },
  event: { subject: "", lists: ["events"], isOfWholeIngress: false },
  api: { subject: "", lists: [], isOfWholeIngress: false },
};

/** Every family's name, in the same order. */
export const familyNames: readonly RuleFamily[] = Object.keys(families) as RuleFamily[]; // The keys of a table of every family.

/** The family of a rule. */
export function familyOf(rule: `${RuleFamily}/${string}`): RuleFamily {
  return rule.slice(0, rule.indexOf("/")) as RuleFamily; // An id begins with its family.
}
