import { field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import { type Rule, rule } from "../../runtime/rule.ts";
import { apps } from "../sources.ts";
import { checkNotNegative } from "../check-not-negative.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkReplicatedTemplate } from "../pod/replicated-template.ts";

const specPath: FieldPath = field("spec");

/**
 * What the API server asks of a ReplicaSet on create.
 */
export const checkReplicaSet: Rule<[replicaSet: JsonObject, version: KubernetesVersion]> = rule(
  apps,
  "ValidateReplicaSetSpec",
  (report, replicaSet, version) => {
    checkObjectMeta(report, replicaSet, subdomainForm, true);
    const spec = asObject(replicaSet.spec);
    checkNotNegative(report, spec, ["replicas", "minReadySeconds"], specPath);
    checkReplicatedTemplate(report, spec, specPath, version);
  },
);
