import { child, field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, numberOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkReplicatedTemplate } from "../pod/replicated-template.ts";
import { checkStrategy } from "./strategy.ts";

const specPath: FieldPath = field("spec");
const counts = ["replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"];
const defaultDeadline = 600;

/**
 * What the API server asks of a Deployment of `apps/v1` on create.
 * Source: kubernetes, pkg/apis/apps/validation/validation.go, ValidateDeploymentSpec.
 */
export function checkDeployment(deployment: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(deployment, subdomainForm, true, report);
  const spec = asObject(deployment.spec);
  checkNotNegative(spec, counts, specPath, report);
  checkReplicatedTemplate(spec, specPath, version, report);
  checkStrategy(asObject(spec.strategy), child(specPath, "strategy"), report);
  const minReady = numberOf(spec.minReadySeconds);
  const deadline = typeof spec.progressDeadlineSeconds === "number" ? spec.progressDeadlineSeconds : defaultDeadline;
  if (deadline <= minReady) {
    const problem = `must be greater than minReadySeconds, which is ${minReady}`;
    report("Invalid", child(specPath, "progressDeadlineSeconds"), deadline, problem);
  }
}
