import type { ObjectRef, Route, RouteSource } from "../../routes/route.ts";
import type { Severity } from "./severity.ts";

/** What a rule says about one fault. The rule's id, and what is not given here, the engine adds. */
export interface Fault {
  /** That of the rule if it is not given; of what could not be checked `warning`. */
  readonly severity?: Severity;
  /** `unknown` if the check could not be done. */
  readonly outcome?: "unknown";
  readonly object: ObjectRef;
  /** What distinguishes this fault from others of the same rule and object, such as a port. */
  readonly detail?: string;
  readonly fieldPath: string;
  /** The requested state: a noun, or a value, that follows "should:". */
  readonly should: string;
  /** What is there: a sentence that follows the name of the object, or a value. */
  readonly is: string;
  /** What to do, where the rule's own words are not the best ones; those if it is not given. */
  readonly fix?: string;
  /**
   * The command that helps; empty if none does. That of the rule if it is not given, but none for what could not be
   * checked.
   */
  readonly command?: string;
  readonly routes: readonly Route[];
  /** Whose objects are hit; those of the routes if not given. */
  readonly sources?: readonly RouteSource[];
  /** Objects other than the one at fault, whose own faults this one may follow from. */
  readonly mayFollowFrom?: readonly ObjectRef[];
}
