import { isLongerThan } from "../../formats/byte-length.ts";
import { domainPrefixedPathProblems } from "../../formats/domain-prefixed-path.ts";
import { tooLong } from "../../formats/problems.ts";
import { child, field, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, objectOf, textOf } from "../../json-object.ts";
import type { KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { reportProblems } from "../report-problems.ts";
import { checkClassParameters } from "./class-parameters.ts";

const specPath: FieldPath = field("spec");
const longestController = 250;

/**
 * What the API server asks of an IngressClass of `networking.k8s.io/v1` on create.
 * Source: kubernetes, pkg/apis/networking/validation/validation.go, ValidateIngressClass.
 */
export function checkIngressClass(ingressClass: JsonObject, report: Report, version: KubernetesVersion): void {
  checkObjectMeta(ingressClass, subdomainForm, false, report);
  const spec = asObject(ingressClass.spec);
  const controller = textOf(spec.controller);
  const controllerPath = child(specPath, "controller");
  if (isLongerThan(controller, longestController)) {
    report("TooLong", controllerPath, controller, tooLong(longestController));
  }
  if (controller === "") report("Required", controllerPath, spec.controller, "needs the name of a controller");
  else reportProblems(domainPrefixedPathProblems(controller), controllerPath, controller, report);
  const parameters = objectOf(spec.parameters);
  if (parameters !== undefined) checkClassParameters(parameters, child(specPath, "parameters"), version, report);
}
