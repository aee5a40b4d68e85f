import { field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkClaimSpec } from "../pod/claim-spec.ts";

const specPath: FieldPath = field("spec");

/**
 * What the API server asks of a PersistentVolumeClaim on create.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidatePersistentVolumeClaim.
 */
export function checkPersistentVolumeClaim(claim: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(claim, subdomainForm, true, report);
  checkGeneration(claim, report);
  checkClaimSpec(asObject(claim.spec), specPath, version, report);
}
