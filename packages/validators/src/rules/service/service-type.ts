import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";
import type { ServiceFacts } from "./service-facts.ts";

const types = ["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"];

/** What each type of Service needs or forbids. */
export function checkServiceType(outer: Report, facts: ServiceFacts, path: FieldPath): void {
  const report = reportFrom(outer, core, "ValidateService");
  const { type, isHeadless } = facts;
  checkSupported(report, type, types, child(path, "type"));
  if (facts.ports.length === 0 && !isHeadless && type !== "ExternalName") {
    report("Required", child(path, "ports"), facts.spec.ports, "must have at least one port");
  }
  if ((type === "LoadBalancer" || type === "NodePort") && isHeadless) {
    const problem = `must not be used when the type of the Service is ${type}`;
    report("Invalid", item(child(path, "clusterIPs"), 0), "None", problem);
  }
  if (type === "ExternalName") checkExternalName(report, facts, path);
}

function checkExternalName(report: Report, facts: ServiceFacts, path: FieldPath): void {
  const forbid = (name: string, isGiven: boolean): void => {
    if (!isGiven) return;
    report(
      "Forbidden",
      child(path, name),
      facts.spec[name],
      "must not be set when the type of the Service is ExternalName",
    );
  };
  forbid("clusterIPs", facts.clusterIPs.length > 0);
  forbid("ipFamilies", facts.ipFamilies.length > 0);
  forbid("ipFamilyPolicy", facts.ipFamilyPolicy !== undefined);
  // A dot at the end makes it fully qualified.
  const name = textOf(facts.spec.externalName).replace(/\.$/, "");
  const namePath = child(path, "externalName");
  if (name === "") report("Required", namePath, facts.spec.externalName, "must be set to a host name");
  else reportProblems(report, dns1123SubdomainProblems(name), namePath, name);
}
