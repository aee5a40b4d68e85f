import { fullyQualifiedDomainProblems } from "../../formats/fully-qualified-domain.ts";
import { parseIpAddress, shortestAddress } from "../../formats/parse-ip-address.ts";
import { specialAddressProblems } from "../../formats/special-address.ts";
import type { FieldPath } from "../../values/field-path.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { discovery } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";

/**
 * One address, of the type that the slice has; with another type nothing is checked. An IPv4 address written as an IPv6
 * one counts as IPv4. Special addresses are refused since 1.21.1 and 1.20.7 (CVE-2021-25737).
 */
export function checkEndpointAddress(
  outer: Report,
  address: string,
  addressType: string,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, discovery, "validateEndpoints");
  if (addressType === "FQDN") {
    if (address === "") report("Required", path, address, "must be set to a domain name");
    else reportProblems(report, fullyQualifiedDomainProblems(address), path, address);
    return;
  }
  if (addressType !== "IPv4" && addressType !== "IPv6") return;
  const bytes = parseIpAddress(address);
  const isRight = bytes !== undefined && shortestAddress(bytes).length === (addressType === "IPv4" ? 4 : 16);
  if (!isRight) report("Invalid", path, address, `is not an ${addressType} address`);
  else if (isAtLeast(version, 21)) reportProblems(report, specialAddressProblems(address), path, address);
}
