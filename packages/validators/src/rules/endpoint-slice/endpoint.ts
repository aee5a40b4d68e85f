import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { child, type FieldPath, item, key } from "../../values/field-path.ts";
import { type JsonObject, listOf, objectOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { discovery } from "../sources.ts";
import { checkLabels } from "../metadata/labels.ts";
import { reportProblems } from "../report-problems.ts";
import { checkEndpointAddress } from "./endpoint-address.ts";
import { checkHints } from "./endpoint-hints.ts";

const mostAddresses = 100;
const mostTopologyLabels = 16;
const zoneLabel = "topology.kubernetes.io/zone";

/**
 * `nodeName` is checked since 1.21, hints since 1.23 (before behind gates, where the server drops them).
 */
export function checkEndpoint(
  outer: Report,
  endpoint: JsonObject,
  addressType: string,
  path: FieldPath,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, discovery, "validateEndpoints");
  const addresses = listOf(endpoint.addresses).map(textOf);
  const addressesPath = child(path, "addresses");
  if (addresses.length === 0) report("Required", addressesPath, endpoint.addresses, "must have at least one address");
  if (addresses.length > mostAddresses) {
    const problem = `must have at most ${mostAddresses} items, found ${addresses.length}`;
    report("TooMany", addressesPath, addresses, problem);
  }
  for (const [index, address] of addresses.entries()) {
    checkEndpointAddress(report, address, addressType, item(addressesPath, index), version);
  }
  const nodeName = optionalTextOf(endpoint.nodeName);
  if (nodeName !== undefined && isAtLeast(version, 21)) {
    reportProblems(report, dns1123SubdomainProblems(nodeName), child(path, "nodeName"), nodeName);
  }
  const topology = objectOf(endpoint.deprecatedTopology);
  if (topology !== undefined) checkTopology(report, topology, child(path, "deprecatedTopology"), version);
  const hostname = optionalTextOf(endpoint.hostname);
  if (hostname !== undefined) {
    reportProblems(report, dns1123LabelProblems(hostname), child(path, "hostname"), hostname);
  }
  const hints = objectOf(endpoint.hints);
  if (hints !== undefined && isAtLeast(version, 23)) checkHints(report, hints, child(path, "hints"), version);
}

function checkTopology(report: Report, topology: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const count = Object.keys(topology).length;
  if (count > mostTopologyLabels) {
    report("TooMany", path, topology, `must have at most ${mostTopologyLabels} labels, found ${count}`);
  }
  checkLabels(report, topology, path);
  // The server answers with an internal error.
  if (isAtLeast(version, 21) && Object.hasOwn(topology, zoneLabel)) {
    report("Invalid", key(path, zoneLabel), topology[zoneLabel], "must not be set here; use the field zone");
  }
}
