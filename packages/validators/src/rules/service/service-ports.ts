import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { portNumberProblems } from "../../formats/port-number.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { type JsonObject, numberOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import { isAtLeast } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core, objectMeta } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { portProblems } from "../port-problems.ts";
import { reportProblems } from "../report-problems.ts";
import type { ServiceFacts } from "./service-facts.ts";

const protocols = ["SCTP", "TCP", "UDP"];
const kubeletPort = 10250;

/** Source: kubernetes, pkg/apis/core/validation/validation.go, ValidateService and validateServicePort. */
export function checkServicePorts(outer: Report, facts: ServiceFacts, specPath: FieldPath): void {
  const report = reportFrom(outer, core, "ValidateService");
  const { ports, type, version } = facts;
  const path = child(specPath, "ports");
  const names = new Set<string>();
  const nodePorts = new Set<string>();
  const numbers = new Set<string>();
  for (const [index, port] of ports.entries()) {
    const at = item(path, index);
    checkName(report, port, ports.length > 1, names, child(at, "name"));
    checkPort(report, port, at);
    const protocol = protocolOf(port);
    const number = numberOf(port.port);
    const nodePort = numberOf(port.nodePort);
    // Until 1.32: kubernetes/kubernetes#129174.
    if (type === "LoadBalancer" && number === kubeletPort && !isAtLeast(version, 33)) {
      report("Invalid", at, number, "is the port of the kubelet, which must not be exposed");
    }
    if (type === "ClusterIP" && nodePort !== 0) {
      report(
        "Forbidden",
        child(at, "nodePort"),
        nodePort,
        "must not be set when the type of the Service is ClusterIP",
      );
    }
    if (nodePort !== 0 && isRepeated(`${protocol} ${nodePort}`, nodePorts)) {
      report(
        "Duplicate",
        child(at, "nodePort"),
        nodePort,
        `is the node port of another port of protocol ${protocol}`,
      );
    }
    if (isRepeated(`${protocol} ${number}`, numbers)) {
      report("Duplicate", at, port, `has the same port ${number} of protocol ${protocol} as an earlier item`);
    }
  }
  // Since 1.24 a load balancer may serve several (gate MixedProtocolLBService).
  if (type === "LoadBalancer" && !isAtLeast(version, 24) && new Set(ports.map(protocolOf)).size > 1) {
    report("Invalid", path, facts.spec.ports, "must have one protocol when the type of the Service is LoadBalancer");
  }
}

function checkName(outer: Report, port: JsonObject, isNeeded: boolean, names: Set<string>, path: FieldPath): void {
  const report = reportFrom(outer, objectMeta, "ValidateObjectMeta");
  const name = textOf(port.name);
  if (name === "") {
    if (isNeeded) report("Required", path, port.name, "must be set when there is more than one port");
    return;
  }
  reportProblems(report, dns1123LabelProblems(name), path, name);
  if (isRepeated(name, names)) report("Duplicate", path, name, "is the name of another port");
}

function checkPort(outer: Report, port: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, core, "validateServicePort");
  const number = numberOf(port.port);
  reportProblems(report, portNumberProblems(number), child(path, "port"), number);
  checkSupported(report, protocolOf(port), protocols, child(path, "protocol"));
  // An absent, empty or zero target is the port itself, which is then reported twice.
  const target = port.targetPort || number;
  reportProblems(report, portProblems(target), child(path, "targetPort"), target);
  const appProtocol = optionalTextOf(port.appProtocol);
  if (appProtocol !== undefined) {
    reportProblems(report, qualifiedNameProblems(appProtocol), child(path, "appProtocol"), appProtocol);
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
