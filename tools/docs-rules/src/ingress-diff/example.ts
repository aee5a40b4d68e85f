import type { KubeObject } from "./kube-object.ts";

/** How the shop is changed so that a rule finds something. */
export interface Example {
  /** Objects that stand in the place of those of the same kind and name, or beside them. */
  readonly objects?: readonly KubeObject[];
  /** `Service shop/web`: what is not there. */
  readonly without?: readonly string[];
}
