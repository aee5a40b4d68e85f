import type { ObjectRef } from "../routes/route.ts";
import type { RuleId } from "../rules/all-rules.ts";
import type { Severity } from "../rules/rule/severity.ts";

/** One thing that is not as the spec asks, or that could not be checked. */
export interface Finding {
  /** Stable: made of the rule, the object at fault and a detail such as the port, of nothing else. */
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  /** `unknown` if the check could not be done. */
  readonly outcome: "fail" | "unknown";
  /** The object at fault, also when it does not exist; the name `*` means a list that could not be read. */
  readonly object: ObjectRef;
  /** Place in `object`, such as `.spec.ports`. */
  readonly fieldPath: string;
  /** The requested state. */
  readonly should: string;
  /** What is there, in a sentence that follows the name of the object. */
  readonly is: string;
  /** The id of the finding that this one only follows from; always a finding without a cause of its own. */
  readonly cause?: string;
  /** What the fault breaks, or what could not be checked; absent if that is `object` itself. */
  readonly consequences?: readonly Consequence[];
  /** What to do, in words. */
  readonly fix: string;
  /** A command that can be pasted, where one helps. */
  readonly command?: string;
}

/** An object that a finding elsewhere breaks. */
export interface Consequence {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** How many of its routes are hit; absent if none is. */
  readonly routes?: number;
}
