import { child, field, type FieldPath } from "../../field-path.ts";
import { type JsonObject, objectOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkGeneration } from "../metadata/generation.ts";
import { checkLabels } from "../metadata/labels.ts";
import { serviceNameForm } from "../metadata/name-forms.ts";
import { checkObjectMeta } from "../metadata/object-meta.ts";
import { checkClusterIps } from "./cluster-ips.ts";
import { checkExternalIps } from "./external-ips.ts";
import { checkLoadBalancer } from "./load-balancer.ts";
import { serviceFacts } from "./service-facts.ts";
import { checkServicePorts } from "./service-ports.ts";
import { checkServiceType } from "./service-type.ts";
import { checkSessionAffinity } from "./session-affinity.ts";
import { checkSourceRanges } from "./source-ranges.ts";
import { checkTopologyAnnotations } from "./topology-annotations.ts";
import { checkTrafficFields, checkTrafficFieldsTogether } from "./traffic-fields.ts";

const specPath: FieldPath = field("spec");

/**
 * What the API server asks of a Service on create. Whether addresses and node ports are free, or in the cluster's ranges,
 * only a cluster knows.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateService.
 */
export function checkService(service: JsonObject, report: Report, version: KubernetesVersion): void {
  let isFaulty = false;
  const note: Report = (...fault) => {
    isFaulty = true;
    report(...fault);
  };
  checkObjectMeta(service, serviceNameForm(version), true, note);
  checkGeneration(service, note);
  const facts = serviceFacts(service, version);
  checkTopologyAnnotations(facts, note);
  checkServiceType(facts, specPath, note);
  checkServicePorts(facts, specPath, note);
  const selector = objectOf(facts.spec.selector);
  if (selector !== undefined) checkLabels(selector, child(specPath, "selector"), note);
  checkSessionAffinity(facts.spec, specPath, note);
  checkClusterIps(facts, specPath, note);
  checkExternalIps(facts, child(specPath, "externalIPs"), note);
  checkSourceRanges(facts, specPath, note);
  checkLoadBalancer(facts, specPath, note);
  checkTrafficFields(facts, specPath, note);
  // Before 1.26 the server came to these only where nothing else was wrong.
  if (isAtLeast(version, 26) || !isFaulty) checkTrafficFieldsTogether(facts, specPath, report);
}
