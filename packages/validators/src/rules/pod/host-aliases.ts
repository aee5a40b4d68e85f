import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { isIpAddress } from "../../formats/ip-address.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";

/** Lines of /etc/hosts; the paths have no index. */
export function checkHostAliases(outer: Report, aliases: readonly JsonObject[], path: FieldPath): void {
  const report = reportFrom(outer, core, "ValidateHostAliases");
  for (const alias of aliases) {
    const address = textOf(alias.ip);
    if (!isIpAddress(address)) report("Invalid", child(path, "ip"), alias.ip, "is not an IP address");
    for (const entry of listOf(alias.hostnames)) {
      const name = textOf(entry);
      reportProblems(report, dns1123SubdomainProblems(name), child(path, "hostnames"), name);
    }
  }
}
