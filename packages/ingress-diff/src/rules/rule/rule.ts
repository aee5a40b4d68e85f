import type { RouteSource } from "../../routes/route.ts";
import type { RuleFamily } from "./family.ts";
import type { Fault } from "./fault.ts";
import type { RuleContext } from "./rule-context.ts";
import type { Severity } from "./severity.ts";

/** What a rule is called: its family, then its name. */
export type RuleName = `${RuleFamily}/${string}`;

/** What to do about a fault. */
export interface Advice {
  /** What to do, in words: it begins with a verb, in lower case, and ends without a period. */
  readonly fix: string;
  /**
   * A command that can be pasted, where one helps. `KIND`, `NAME` and `NAMESPACE` stand for those of the object at
   * fault; the engine puts them in.
   */
  readonly command?: string;
}

/** Everything that a rule says about itself; lists, tables, help, pages and tests read it here. */
export interface RuleFacts<Id extends RuleName = RuleName> extends Advice {
  readonly id: Id;
  /** One sentence for people: what is wrong. */
  readonly summary: string;
  /** Of its faults, where they are not distinguished further. */
  readonly severity: Severity;
  /** What breaks, or why it is worth knowing. */
  readonly why: string;
  /**
   * What its fault makes of a route, in a word or two, for the route table. The name of the rule if it is not given;
   * empty if the table says it otherwise.
   */
  readonly word?: string;
  /** Of what its fault may only be a consequence: of what makes it go away when it is repaired. */
  readonly followsFrom?: FollowsFrom;
  readonly scope: RuleScope;
  readonly example: RuleExample;
}

/**
 * What each fault of a rule is about, and so what has to be looked at again when something changes.
 *
 * - `view`: everything that was observed.
 * - `service`: one Service. Nothing that it says depends on the EndpointSlices of another one; only a list that was not
 *   observed is an exception.
 * - `comparison`: two observations.
 */
export type RuleScope = "view" | "service" | "comparison";

/** Rules of which a fault may only be a consequence, the nearest first. No rule follows from itself by any way. */
export interface FollowsFrom {
  /** Where they speak of the same object, as the one at fault or as one that they affect. */
  readonly sameObject?: readonly RuleName[] | "any error";
  /** Where they speak of the same object and take every route that this fault affects. */
  readonly sameRoutes?: readonly RuleName[];
  /** Where they speak of an object that the fault names in `mayFollowFrom`. */
  readonly namedObject?: readonly RuleName[];
}

/** How a healthy cluster is changed so that the rule finds something, and what it says then. */
export interface RuleExample {
  /** The fault in a sentence; the row of the catalogue of faults has the same words. */
  readonly given: string;
  /** Matches the finding's `is`. */
  readonly says: RegExp;
}

/** One rule. Pure: the context is all that it sees. */
export interface Rule<Id extends RuleName = RuleName> extends RuleFacts<Id> {
  readonly scope: "view" | "service";
  readonly check: (context: RuleContext) => readonly Fault[];
}

/** A rule that one observation is not enough for. */
export interface ComparisonRule<Id extends RuleName = RuleName> extends RuleFacts<Id> {
  readonly scope: "comparison";
  /** Rules whose new faults say the same of the object with less. */
  readonly replaces: readonly RuleName[];
  readonly check: (before: Observation, after: Observation) => readonly Fault[];
}

/** What was seen at a time. */
export interface Observation {
  readonly sources: readonly RouteSource[];
  /** RFC 3339. */
  readonly at: string;
}
