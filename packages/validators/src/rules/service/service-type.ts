import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";
import type { ServiceFacts } from "./service-facts.ts";

const types = ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"];

/** What each type of Service needs or forbids. Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateService. */
export function checkServiceType(facts: ServiceFacts, path: FieldPath, report: Report): void {
  const { type, isHeadless } = facts;
  checkSupported(type, types, child(path, "type"), report);
  if (facts.ports.length === 0 && !isHeadless && type !== "ExternalName") {
    report("Required", child(path, "ports"), facts.spec.ports, "needs at least one port");
  }
  if ((type === "LoadBalancer" || type === "NodePort") && isHeadless) {
    const problem = `must not be "None" in a Service of type ${type}`;
    report("Invalid", item(child(path, "clusterIPs"), 0), "None", problem);
  }
  if (type === "ExternalName") checkExternalName(facts, path, report);
}

function checkExternalName(facts: ServiceFacts, path: FieldPath, report: Report): void {
  const forbid = (name: string, isGiven: boolean): void => {
    if (!isGiven) return;
    report("Forbidden", child(path, name), facts.spec[name], "must not be set in a Service of type ExternalName");
  };
  forbid("clusterIPs", facts.clusterIPs.length > 0);
  forbid("ipFamilies", facts.ipFamilies.length > 0);
  forbid("ipFamilyPolicy", facts.ipFamilyPolicy !== undefined);
  // A dot at the end makes it fully qualified.
  const name = textOf(facts.spec.externalName).replace(/\.$/, "");
  const namePath = child(path, "externalName");
  if (name === "") report("Required", namePath, facts.spec.externalName, "needs a host name");
  else reportProblems(dns1123SubdomainProblems(name), namePath, name, report);
}
