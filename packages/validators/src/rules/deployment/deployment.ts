import { child, field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, numberOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { apps } from "../sources.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkReplicatedTemplate } from "../pod/replicated-template.ts";
import { checkStrategy } from "./strategy.ts";

const specPath: FieldPath = field("spec");
const counts = ["replicas", "minReadySeconds", "revisionHistoryLimit", "progressDeadlineSeconds"];
const defaultDeadline = 600;

/**
 * The API server's rules for a Deployment of `apps/v1` on create.
 */
export function checkDeployment(outer: Report, deployment: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, apps, "ValidateDeploymentSpec");
  checkObjectMeta(report, deployment, subdomainForm, true);
  const spec = asObject(deployment.spec);
  checkNotNegative(report, spec, counts, specPath);
  checkReplicatedTemplate(report, spec, specPath, version);
  checkStrategy(report, asObject(spec.strategy), child(specPath, "strategy"));
  const minReady = numberOf(spec.minReadySeconds);
  const deadline = typeof spec.progressDeadlineSeconds === "number" ? spec.progressDeadlineSeconds : defaultDeadline;
  if (deadline <= minReady) {
    const problem = `must be greater than minReadySeconds, which is ${minReady}`;
    report("Invalid", child(specPath, "progressDeadlineSeconds"), deadline, problem);
  }
}
