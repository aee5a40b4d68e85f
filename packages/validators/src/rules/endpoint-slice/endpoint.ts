import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { child, type FieldPath, item, key } from "../../field-path.ts";
import { type JsonObject, listOf, objectOf, optionalTextOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkLabels } from "../metadata/labels.ts";
import { reportProblems } from "../report-problems.ts";
import { checkEndpointAddress } from "./endpoint-address.ts";
import { checkHints } from "./endpoint-hints.ts";

const mostAddresses = 100;
const mostTopologyLabels = 16;
const zoneLabel = "topology.kubernetes.io/zone";

/**
 * `nodeName` is checked since 1.21, hints since 1.23 (before behind gates, where the server drops them).
 * Source: kubernetes, pkg/apis/discovery/validation/validation.go, validateEndpoints.
 */
export function checkEndpoint(
  endpoint: JsonObject,
  addressType: string,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  const addresses = listOf(endpoint.addresses).map(textOf);
  const addressesPath = child(path, "addresses");
  if (addresses.length === 0) report("Required", addressesPath, endpoint.addresses, "needs at least one address");
  if (addresses.length > mostAddresses) {
    const problem = `has ${addresses.length} addresses: at most ${mostAddresses} are allowed`;
    report("TooMany", addressesPath, addresses, problem);
  }
  for (const [index, address] of addresses.entries()) {
    checkEndpointAddress(address, addressType, item(addressesPath, index), version, report);
  }
  const nodeName = optionalTextOf(endpoint.nodeName);
  if (nodeName !== undefined && isAtLeast(version, 21)) {
    reportProblems(dns1123SubdomainProblems(nodeName), child(path, "nodeName"), nodeName, report);
  }
  const topology = objectOf(endpoint.deprecatedTopology);
  if (topology !== undefined) checkTopology(topology, child(path, "deprecatedTopology"), version, report);
  const hostname = optionalTextOf(endpoint.hostname);
  if (hostname !== undefined) {
    reportProblems(dns1123LabelProblems(hostname), child(path, "hostname"), hostname, report);
  }
  const hints = objectOf(endpoint.hints);
  if (hints !== undefined && isAtLeast(version, 23)) checkHints(hints, child(path, "hints"), version, report);
}

function checkTopology(topology: JsonObject, path: FieldPath, version: KubernetesVersion, report: Report): void {
  const count = Object.keys(topology).length;
  if (count > mostTopologyLabels) {
    report("TooMany", path, topology, `has ${count} labels: at most ${mostTopologyLabels} are allowed`);
  }
  checkLabels(topology, path, report);
  // The server answers with an internal error.
  if (isAtLeast(version, 21) && Object.hasOwn(topology, zoneLabel)) {
    report("Invalid", key(path, zoneLabel), topology[zoneLabel], "belongs into the field zone");
  }
}
