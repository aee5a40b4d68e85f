import { field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkReplicatedTemplate } from "../pod/replicated-template.ts";

const specPath: FieldPath = field("spec");

/**
 * What the API server asks of a ReplicaSet on create.
 * Source: kubernetes, pkg/apis/apps/validation/validation.go, ValidateReplicaSetSpec.
 */
export function checkReplicaSet(replicaSet: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(replicaSet, subdomainForm, true, report);
  const spec = asObject(replicaSet.spec);
  checkNotNegative(spec, ["replicas", "minReadySeconds"], specPath, report);
  checkReplicatedTemplate(spec, specPath, version, report);
}
