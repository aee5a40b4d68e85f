import { byteLength } from "../../formats/byte-length.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { isIpAddress } from "../../formats/ip-address.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";

const mostNameservers = 3;

/**
 * More search paths since 1.26 (gate ExpandedDNSConfig), a lone dot and `_` in them since 1.33 (gate
 * RelaxedDNSSearchValidation).
 */
export function checkDnsConfig(
  outer: Report,
  config: JsonObject | undefined,
  policy: string,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "validatePodDNSConfig");
  if (config === undefined) {
    if (policy === "None") report("Required", path, undefined, "must be set when dnsPolicy is None");
    return;
  }
  const nameservers = listOf(config.nameservers).map(textOf);
  const nameserversPath = child(path, "nameservers");
  if (policy === "None" && nameservers.length === 0) {
    report("Required", nameserversPath, config.nameservers, "must be set when dnsPolicy is None");
    return;
  }
  if (nameservers.length > mostNameservers) {
    report("Invalid", nameserversPath, nameservers, `must have at most ${mostNameservers} addresses`);
  }
  for (const [index, address] of nameservers.entries()) {
    if (!isIpAddress(address)) report("Invalid", item(nameserversPath, index), address, "is not an IP address");
  }
  checkSearches(report, listOf(config.searches).map(textOf), child(path, "searches"), version);
  for (const [index, option] of listOf(config.options).entries()) {
    if (textOf(asObject(option).name) === "") {
      report("Required", item(child(path, "options"), index), option, "must be set");
    }
  }
}

function checkSearches(report: Report, searches: readonly string[], path: FieldPath, version: KubernetesVersion): void {
  const [most, mostBytes] = isAtLeast(version, 26) ? [32, 2048] : [6, 256];
  if (searches.length > most) report("Invalid", path, searches, `must have at most ${most} paths`);
  if (byteLength(searches.join(" ")) > mostBytes) {
    report("Invalid", path, searches, `must have at most ${mostBytes} bytes in all`);
  }
  const isRelaxed = isAtLeast(version, 33);
  for (const [index, search] of searches.entries()) {
    if (isRelaxed && search === ".") continue;
    const name = search.replace(/\.$/, "");
    const form = isRelaxed ? name.replaceAll("_", "a") : name;
    reportProblems(report, dns1123SubdomainProblems(form), item(path, index), search);
  }
}
