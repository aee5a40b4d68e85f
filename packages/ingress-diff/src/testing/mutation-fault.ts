import type { RuleId } from "../rules/rule/finding.ts";
import type { KubeObject } from "./kube-objects.ts";

/** One fault: what is put in the place of an object (nothing removes it), or what is added. */
export interface MutationFault {
  readonly rule: RuleId;
  readonly kind: string;
  readonly name: string;
  readonly change: (object: KubeObject) => readonly KubeObject[];
  /** The one root finding, as `said()` puts it. */
  readonly want: string;
  readonly brokenRoutes: number;
}

/** The spec of an object that has one. */
export function specOf(object: KubeObject): object {
  return object.spec as object; // Every object of the matrix has one.
}
