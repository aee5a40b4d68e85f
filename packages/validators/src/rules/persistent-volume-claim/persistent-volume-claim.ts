import { field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import { type Rule, rule } from "../../runtime/rule.ts";
import { core } from "../sources.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkClaimSpec } from "../pod/claim-spec.ts";

const specPath: FieldPath = field("spec");

/**
 * What the API server asks of a PersistentVolumeClaim on create.
 */
export const checkPersistentVolumeClaim: Rule<[claim: JsonObject, version: KubernetesVersion]> = rule(
  core,
  "ValidatePersistentVolumeClaim",
  (report, claim, version) => {
    checkObjectMeta(report, claim, subdomainForm, true);
    checkGeneration(report, claim);
    checkClaimSpec(report, asObject(claim.spec), specPath, version);
  },
);
