import { byteLength } from "../../formats/byte-length.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { isIpAddress } from "../../formats/ip-address.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { reportProblems } from "../report-problems.ts";

const mostNameservers = 3;

/**
 * More search paths since 1.26 (gate ExpandedDNSConfig), a lone dot and `_` in them since 1.33 (gate
 * RelaxedDNSSearchValidation).
 * Source: kubernetes, pkg/apis/core/validation/validation.go, validatePodDNSConfig.
 */
export function checkDnsConfig(
  config: JsonObject | undefined,
  policy: string,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  if (config === undefined) {
    if (policy === "None") report("Required", path, undefined, "is needed with dnsPolicy None");
    return;
  }
  const nameservers = listOf(config.nameservers).map(textOf);
  const nameserversPath = child(path, "nameservers");
  if (policy === "None" && nameservers.length === 0) {
    report("Required", nameserversPath, config.nameservers, "are needed with dnsPolicy None");
    return;
  }
  if (nameservers.length > mostNameservers) {
    report("Invalid", nameserversPath, nameservers, `has more than ${mostNameservers} addresses`);
  }
  for (const [index, address] of nameservers.entries()) {
    if (!isIpAddress(address)) report("Invalid", item(nameserversPath, index), address, "is not an IP address");
  }
  checkSearches(listOf(config.searches).map(textOf), child(path, "searches"), version, report);
  for (const [index, option] of listOf(config.options).entries()) {
    if (textOf(asObject(option).name) === "") {
      report("Required", item(child(path, "options"), index), option, "needs a name");
    }
  }
}

function checkSearches(
  searches: readonly string[],
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const [most, mostBytes] = isAtLeast(version, 26) ? [32, 2048] : [6, 256];
  if (searches.length > most) report("Invalid", path, searches, `has more than ${most} paths`);
  if (byteLength(searches.join(" ")) > mostBytes) report("Invalid", path, searches, `has more than ${mostBytes} bytes`);
  const isRelaxed = isAtLeast(version, 33);
  for (const [index, search] of searches.entries()) {
    if (isRelaxed && search === ".") continue;
    const name = search.replace(/\.$/, "");
    const form = isRelaxed ? name.replaceAll("_", "a") : name;
    reportProblems(dns1123SubdomainProblems(form), item(path, index), search, report);
  }
}
