import { child, type FieldPath, item } from "../../values/field-path.ts";
import { type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { hostProblems } from "./host-problems.ts";

/**
 * Hosts of `tls` need no rule, and an IPv4 address passes as a host.
 */
export function checkIngressTls(outer: Report, tls: JsonObject, path: FieldPath, allowsSecretNames: boolean): void {
  const report = reportFrom(outer, networking, "validateIngressTLS");
  const hosts = listOf(tls.hosts);
  const hostsPath = child(path, "hosts");
  for (let index = 0; index < hosts.length; index++) {
    const host = textOf(hosts[index]);
    for (const problem of hostProblems(host)) report("Invalid", item(hostsPath, index), host, problem);
  }
  const secretName = textOf(tls.secretName);
  if (secretName === "" || allowsSecretNames) return;
  for (const problem of dns1123SubdomainProblems(secretName)) {
    report("Invalid", child(path, "secretName"), secretName, problem);
  }
}
