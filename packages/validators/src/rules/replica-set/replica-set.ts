import { field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { apps } from "../sources.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkReplicatedTemplate } from "../pod/replicated-template.ts";

const specPath: FieldPath = field("spec");

/**
 * The API server's rules for a ReplicaSet on create.
 */
export function checkReplicaSet(outer: Report, replicaSet: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, apps, "ValidateReplicaSetSpec");
  checkObjectMeta(report, replicaSet, subdomainForm, true);
  const spec = asObject(replicaSet.spec);
  checkNotNegative(report, spec, ["replicas", "minReadySeconds"], specPath);
  checkReplicatedTemplate(report, spec, specPath, version);
}
