import { isLongerThan } from "../../formats/byte-length.ts";
import { domainPrefixedPathProblems } from "../../formats/domain-prefixed-path.ts";
import { tooLong } from "../../formats/problems.ts";
import { child, field, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, objectOf, textOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { subdomainForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { reportProblems } from "../report-problems.ts";
import { checkClassParameters } from "./class-parameters.ts";

const specPath: FieldPath = field("spec");
const longestController = 250;

/**
 * The API server's rules for an IngressClass of `networking.k8s.io/v1` on create.
 */
export function checkIngressClass(outer: Report, ingressClass: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, networking, "ValidateIngressClass");
  checkObjectMeta(report, ingressClass, subdomainForm, false);
  const spec = asObject(ingressClass.spec);
  const controller = textOf(spec.controller);
  const controllerPath = child(specPath, "controller");
  if (isLongerThan(controller, longestController)) {
    report("TooLong", controllerPath, controller, tooLong(longestController));
  }
  if (controller === "") {
    report(
      "Required",
      controllerPath,
      spec.controller,
      "must be set to the name of a controller such as example.com/ingress-controller",
    );
  } else reportProblems(report, domainPrefixedPathProblems(controller), controllerPath, controller);
  const parameters = objectOf(spec.parameters);
  if (parameters !== undefined) checkClassParameters(report, parameters, child(specPath, "parameters"), version);
}
