import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { isIpAddress } from "../../formats/ip-address.ts";
import { child, field, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";
import type { KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { ipAddressProblems } from "../ip-address-problems.ts";
import { reportProblems } from "../report-problems.ts";

const path: FieldPath = child(child(field("status"), "loadBalancer"), "ingress");

/**
 * The API server's rules for an Ingress whose status is written: a host name has no wildcard and is not an address. The
 * spec is not checked.
 */
export function checkIngressStatus(outer: Report, ingress: JsonObject, version: KubernetesVersion): void {
  const report = reportFrom(outer, networking, "ValidateIngressStatusUpdate");
  const { loadBalancer } = asObject(ingress.status);
  for (const [index, entry] of listOf(asObject(loadBalancer).ingress).entries()) {
    const address = asObject(entry);
    const at = item(path, index);
    const ip = textOf(address.ip);
    if (ip !== "") reportProblems(report, ipAddressProblems(ip, version), child(at, "ip"), ip);
    const hostname = textOf(address.hostname);
    if (hostname === "") continue;
    reportProblems(report, dns1123SubdomainProblems(hostname), child(at, "hostname"), hostname);
    if (isIpAddress(hostname)) {
      report("Invalid", child(at, "hostname"), hostname, "is an IP address; write it into the field ip");
    }
  }
}
