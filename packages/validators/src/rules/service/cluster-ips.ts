import { parseIpAddress, shortestAddress } from "../../formats/parse-ip-address.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { ipAddressProblems } from "../ip-address-problems.ts";
import { reportProblems } from "../report-problems.ts";
import type { ServiceFacts } from "./service-facts.ts";

const families = ["IPv4", "IPv6"];
const policies = ["PreferDualStack", "RequireDualStack", "SingleStack"];

/**
 * `clusterIP`, `clusterIPs`, `ipFamilies` and `ipFamilyPolicy`.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateServiceClusterIPsRelatedFields.
 */
export function checkClusterIps(facts: ServiceFacts, specPath: FieldPath, report: Report): void {
  if (facts.type === "ExternalName") return;
  const { clusterIP, clusterIPs, ipFamilies, ipFamilyPolicy } = facts;
  const path = child(specPath, "clusterIPs");
  if (clusterIP === "" && clusterIPs.length > 0) {
    report("Invalid", path, clusterIPs, "must be empty where clusterIP is");
  } else if (clusterIP !== "" && clusterIPs[0] !== clusterIP) {
    report("Invalid", path, clusterIPs, "must begin with clusterIP");
  }
  const seen = new Set<string>();
  for (const [index, family] of ipFamilies.entries()) {
    const familyPath = item(child(specPath, "ipFamilies"), index);
    checkSupported(family, families, familyPath, report);
    if (seen.has(family)) report("Duplicate", familyPath, family, "is there already");
    seen.add(family);
  }
  if (ipFamilyPolicy !== undefined) {
    checkSupported(ipFamilyPolicy, policies, child(specPath, "ipFamilyPolicy"), report);
  }
  if (checkAddresses(facts, path, report)) checkFamilies(facts, path, report);
  if (ipFamilyPolicy === "SingleStack" && (clusterIPs.length === 2 || ipFamilies.length === 2)) {
    const problem = "does not go with two addresses or families";
    report("Invalid", child(specPath, "ipFamilyPolicy"), ipFamilyPolicy, problem);
  }
}

/** Whether every address is one; `None` may only stand alone. */
function checkAddresses({ clusterIPs, version }: ServiceFacts, path: FieldPath, report: Report): boolean {
  let areRight = true;
  for (const [index, address] of clusterIPs.entries()) {
    if (index === 0 && address === "None") {
      if (clusterIPs.length === 1) continue;
      report("Invalid", path, clusterIPs, 'has "None" and more');
      areRight = false;
      continue;
    }
    const problems = ipAddressProblems(address, version);
    if (problems.length > 0) areRight = false;
    reportProblems(problems, item(path, index), address, report);
  }
  if (clusterIPs.length > 2) report("Invalid", path, clusterIPs, "has more than two addresses");
  return areRight;
}

/** At most one address of each family, in the order of `ipFamilies`. */
function checkFamilies({ clusterIPs, ipFamilies, isHeadless }: ServiceFacts, path: FieldPath, report: Report): void {
  const found = clusterIPs.map(familyOf);
  if (clusterIPs.length > 1 && !families.every((family) => found.includes(family))) {
    report("Invalid", path, clusterIPs, "has more than one address of a family");
  }
  if (isHeadless) return;
  for (const [index, address] of clusterIPs.entries()) {
    const expected = ipFamilies[index] ?? "";
    if (!families.includes(expected) || found[index] === expected) continue;
    report("Invalid", item(path, index), address, `is no ${expected} address, which ipFamilies asks for`);
  }
}

function familyOf(address: string): string {
  return shortestAddress(parseIpAddress(address) ?? []).length === 16 ? "IPv6" : "IPv4";
}
