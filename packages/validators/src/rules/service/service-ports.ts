import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { portNumberProblems } from "../../formats/port-number.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { type JsonObject, numberOf, optionalTextOf, textOf } from "../../json-object.ts";
import { isAtLeast } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { portProblems } from "../port-problems.ts";
import { reportProblems } from "../report-problems.ts";
import type { ServiceFacts } from "./service-facts.ts";

const protocols = ["SCTP", "TCP", "UDP"];
const kubeletPort = 10250;

/** Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateService and validateServicePort. */
export function checkServicePorts(facts: ServiceFacts, specPath: FieldPath, report: Report): void {
  const { ports, type, version } = facts;
  const path = child(specPath, "ports");
  const names = new Set<string>();
  const nodePorts = new Set<string>();
  const numbers = new Set<string>();
  for (const [index, port] of ports.entries()) {
    const at = item(path, index);
    checkName(port, ports.length > 1, names, child(at, "name"), report);
    checkPort(port, at, report);
    const protocol = protocolOf(port);
    const number = numberOf(port.port);
    const nodePort = numberOf(port.nodePort);
    // Until 1.32: kubernetes/kubernetes#129174.
    if (type === "LoadBalancer" && number === kubeletPort && !isAtLeast(version, 33)) {
      report("Invalid", at, number, "is the kubelet's port, which must not be exposed");
    }
    if (type === "ClusterIP" && nodePort !== 0) {
      report("Forbidden", child(at, "nodePort"), nodePort, "must not be set in a Service of type ClusterIP");
    }
    if (nodePort !== 0 && isRepeated(`${protocol} ${nodePort}`, nodePorts)) {
      report("Duplicate", child(at, "nodePort"), nodePort, `is another port's node port of protocol ${protocol}`);
    }
    if (isRepeated(`${protocol} ${number}`, numbers)) {
      report("Duplicate", at, port, `port ${number} of protocol ${protocol} is there already`);
    }
  }
  // Since 1.24 a load balancer may serve several (gate MixedProtocolLBService).
  if (type === "LoadBalancer" && !isAtLeast(version, 24) && new Set(ports.map(protocolOf)).size > 1) {
    report("Invalid", path, facts.spec.ports, "have more than one protocol in a Service of type LoadBalancer");
  }
}

function checkName(port: JsonObject, isNeeded: boolean, names: Set<string>, path: FieldPath, report: Report): void {
  const name = textOf(port.name);
  if (name === "") {
    if (isNeeded) report("Required", path, port.name, "is needed where there is more than one port");
    return;
  }
  reportProblems(dns1123LabelProblems(name), path, name, report);
  if (isRepeated(name, names)) report("Duplicate", path, name, "is the name of another port");
}

function checkPort(port: JsonObject, path: FieldPath, report: Report): void {
  const number = numberOf(port.port);
  reportProblems(portNumberProblems(number), child(path, "port"), number, report);
  checkSupported(protocolOf(port), protocols, child(path, "protocol"), report);
  // An absent, empty or zero target is the port itself, which is then reported twice.
  const target = port.targetPort || number;
  reportProblems(portProblems(target), child(path, "targetPort"), target, report);
  const appProtocol = optionalTextOf(port.appProtocol);
  if (appProtocol !== undefined) {
    reportProblems(qualifiedNameProblems(appProtocol), child(path, "appProtocol"), appProtocol, report);
  }
}

function protocolOf(port: JsonObject): string {
  return textOf(port.protocol) || "TCP";
}

function isRepeated(value: string, seen: Set<string>): boolean {
  if (seen.has(value)) return true;
  seen.add(value);
  return false;
}
