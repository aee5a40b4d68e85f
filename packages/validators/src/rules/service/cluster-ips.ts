import { parseIpAddress, shortestAddress } from "../../formats/parse-ip-address.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { ipAddressProblems } from "../ip-address-problems.ts";
import { reportProblems } from "../report-problems.ts";
import type { ServiceFacts } from "./service-facts.ts";

const families = ["IPv4", "IPv6"];
const policies = ["PreferDualStack", "RequireDualStack", "SingleStack"];

/**
 * `clusterIP`, `clusterIPs`, `ipFamilies` and `ipFamilyPolicy`.
 */
export function checkClusterIps(outer: Report, facts: ServiceFacts, specPath: FieldPath): void {
  const report = reportFrom(outer, core, "ValidateServiceClusterIPsRelatedFields");
  if (facts.type === "ExternalName") return;
  const { clusterIP, clusterIPs, ipFamilies, ipFamilyPolicy } = facts;
  const path = child(specPath, "clusterIPs");
  if (clusterIP === "" && clusterIPs.length > 0) {
    report("Invalid", path, clusterIPs, "must be empty when clusterIP is empty");
  } else if (clusterIP !== "" && clusterIPs[0] !== clusterIP) {
    report("Invalid", path, clusterIPs, "must have the value of clusterIP first");
  }
  const seen = new Set<string>();
  for (const [index, family] of ipFamilies.entries()) {
    const familyPath = item(child(specPath, "ipFamilies"), index);
    checkSupported(report, family, families, familyPath);
    if (seen.has(family)) report("Duplicate", familyPath, family, "is duplicated");
    seen.add(family);
  }
  if (ipFamilyPolicy !== undefined) {
    checkSupported(report, ipFamilyPolicy, policies, child(specPath, "ipFamilyPolicy"));
  }
  if (checkAddresses(report, facts, path)) checkFamilies(report, facts, path);
  if (ipFamilyPolicy === "SingleStack" && (clusterIPs.length === 2 || ipFamilies.length === 2)) {
    const problem = "must not be SingleStack when there are two addresses or families";
    report("Invalid", child(specPath, "ipFamilyPolicy"), ipFamilyPolicy, problem);
  }
}

/** Checks that every address is one; `None` must be the only item. */
function checkAddresses(report: Report, { clusterIPs, version }: ServiceFacts, path: FieldPath): boolean {
  let areRight = true;
  for (const [index, address] of clusterIPs.entries()) {
    if (index === 0 && address === "None") {
      if (clusterIPs.length === 1) continue;
      report("Invalid", path, clusterIPs, 'must not have another item when "None" is one');
      areRight = false;
      continue;
    }
    const problems = ipAddressProblems(address, version);
    if (problems.length > 0) areRight = false;
    reportProblems(report, problems, item(path, index), address);
  }
  if (clusterIPs.length > 2) report("Invalid", path, clusterIPs, "must have at most two addresses");
  return areRight;
}

/** At most one address of each family, in the order of `ipFamilies`. */
function checkFamilies(report: Report, { clusterIPs, ipFamilies, isHeadless }: ServiceFacts, path: FieldPath): void {
  const found = clusterIPs.map(familyOf);
  if (clusterIPs.length > 1 && !families.every((family) => found.includes(family))) {
    report("Invalid", path, clusterIPs, "must not have more than one address of a family");
  }
  if (isHeadless) return;
  for (const [index, address] of clusterIPs.entries()) {
    const expected = ipFamilies[index] ?? "";
    if (!families.includes(expected) || found[index] === expected) continue;
    report("Invalid", item(path, index), address, `is not an ${expected} address, which ipFamilies asks for`);
  }
}

function familyOf(address: string): string {
  return shortestAddress(parseIpAddress(address) ?? []).length === 16 ? "IPv6" : "IPv4";
}
