import { child, field, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, objectOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
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
 * The API server's rules for a Service on create. Whether addresses and node ports are free, or in the cluster's
 * ranges, only a cluster knows.
 */
export function checkService(outer: Report, service: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, core, "ValidateService");
  let isFaulty = false;
  const note: Report = (...fault) => {
    isFaulty = true;
    report(...fault);
  };
  checkObjectMeta(note, service, serviceNameForm(version), true);
  checkGeneration(note, service);
  const facts = serviceFacts(service, version);
  checkTopologyAnnotations(note, facts);
  checkServiceType(note, facts, specPath);
  checkServicePorts(note, facts, specPath);
  const selector = objectOf(facts.spec.selector);
  if (selector !== undefined) checkLabels(note, selector, child(specPath, "selector"));
  checkSessionAffinity(note, facts.spec, specPath);
  checkClusterIps(note, facts, specPath);
  checkExternalIps(note, facts, child(specPath, "externalIPs"));
  checkSourceRanges(note, facts, specPath);
  checkLoadBalancer(note, facts, specPath);
  checkTrafficFields(note, facts, specPath);
  // Before 1.26, the server checked these only if nothing else was wrong.
  if (isAtLeast(version, 26) || !isFaulty) checkTrafficFieldsTogether(report, facts, specPath);
}
