import { child, field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, objectOf, optionalTextOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { policy } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { checkLabelSelector } from "../label-selector/label-selector.ts";
import { pathSegmentForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkAtMostAll, checkShare } from "../share.ts";

const specPath: FieldPath = field("spec");
const evictionPolicies = ["AlwaysAllow", "IfHealthyBudget"];

/**
 * The API server's rules for a PodDisruptionBudget on create. It looks at the metadata where the rest is right.
 */
export function checkPodDisruptionBudget(outer: Report, budget: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, policy, "ValidatePodDisruptionBudgetSpec");
  let isFaulty = false;
  const note: Report = (...fault) => {
    isFaulty = true;
    report(...fault);
  };
  const spec = asObject(budget.spec);
  const { minAvailable, maxUnavailable } = spec;
  if (isGiven(minAvailable) && isGiven(maxUnavailable)) {
    note("Invalid", specPath, spec, "must not have both minAvailable and maxUnavailable");
  }
  for (const [name, share] of Object.entries({ minAvailable, maxUnavailable })) {
    if (!isGiven(share)) continue;
    checkShare(note, share, child(specPath, name));
    checkAtMostAll(note, share, child(specPath, name));
  }
  const selector = objectOf(spec.selector);
  if (selector !== undefined) checkLabelSelector(note, selector, child(specPath, "selector"), version);
  const evictionPolicy = isAtLeast(version, 27) ? optionalTextOf(spec.unhealthyPodEvictionPolicy) : undefined;
  if (evictionPolicy !== undefined) {
    checkSupported(note, evictionPolicy, evictionPolicies, child(specPath, "unhealthyPodEvictionPolicy"));
  }
  if (!isFaulty) checkObjectMeta(report, budget, pathSegmentForm, true, false);
}

function isGiven(share: unknown): boolean {
  return share !== undefined && share !== null;
}
