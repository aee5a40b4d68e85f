import { field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkClaimSpec } from "../pod/claim-spec.ts";

const specPath: FieldPath = field("spec");

/**
 * The API server's rules for a PersistentVolumeClaim on create.
 */
export function checkPersistentVolumeClaim(outer: Report, claim: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, core, "ValidatePersistentVolumeClaim");
  checkObjectMeta(report, claim, subdomainForm, true);
  checkGeneration(report, claim);
  checkClaimSpec(report, asObject(claim.spec), specPath, version);
}
