import { portNameProblems } from "../../formats/port-name.ts";
import { portNumberProblems } from "../../formats/port-number.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { type JsonObject, numberOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";

const protocols = ["SCTP", "TCP", "UDP"];

export function checkContainerPorts(
  outer: Report,
  ports: readonly JsonObject[],
  path: FieldPath,
  isHostNetwork: boolean,
): void {
  const report = reportFrom(outer, core, "validateContainerPorts");
  const names = new Set<string>();
  for (const [index, port] of ports.entries()) {
    const at = item(path, index);
    const name = textOf(port.name);
    if (name !== "") {
      const problems = portNameProblems(name);
      reportProblems(report, problems, child(at, "name"), name);
      if (names.has(name)) report("Duplicate", child(at, "name"), name, "is the name of another port");
      if (problems.length === 0) names.add(name);
    }
    const number = numberOf(port.containerPort);
    if (number === 0) report("Required", child(at, "containerPort"), port.containerPort, "must be set");
    else reportProblems(report, portNumberProblems(number), child(at, "containerPort"), number);
    const hostPort = hostPortOf(port, isHostNetwork);
    if (hostPort !== 0) reportProblems(report, portNumberProblems(hostPort), child(at, "hostPort"), hostPort);
    checkSupported(report, textOf(port.protocol) || "TCP", protocols, child(at, "protocol"));
  }
}

/**
 * The port of the host; on the host's network, by default that of the container. Source: kubernetes,
 * pkg/apis/core/v1/defaults.go.
 */
export function hostPortOf(port: JsonObject, isHostNetwork: boolean): number {
  return numberOf(port.hostPort) || (isHostNetwork ? numberOf(port.containerPort) : 0);
}
