import { portNameProblems } from "../../formats/port-name.ts";
import { portNumberProblems } from "../../formats/port-number.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { type JsonObject, numberOf, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";

const protocols = ["SCTP", "TCP", "UDP"];

/** Source: kubernetes, pkg/apis/core/validation/validation.go, validateContainerPorts. */
export function checkContainerPorts(
  ports: readonly JsonObject[],
  path: FieldPath,
  isHostNetwork: boolean,
  report: Report,
): void {
  const names = new Set<string>();
  for (const [index, port] of ports.entries()) {
    const at = item(path, index);
    const name = textOf(port.name);
    if (name !== "") {
      const problems = portNameProblems(name);
      reportProblems(problems, child(at, "name"), name, report);
      if (names.has(name)) report("Duplicate", child(at, "name"), name, "is the name of another port");
      if (problems.length === 0) names.add(name);
    }
    const number = numberOf(port.containerPort);
    if (number === 0) report("Required", child(at, "containerPort"), port.containerPort, "needs a number");
    else reportProblems(portNumberProblems(number), child(at, "containerPort"), number, report);
    const hostPort = hostPortOf(port, isHostNetwork);
    if (hostPort !== 0) reportProblems(portNumberProblems(hostPort), child(at, "hostPort"), hostPort, report);
    checkSupported(textOf(port.protocol) || "TCP", protocols, child(at, "protocol"), report);
  }
}

/** The port of the host; on the host's network that of the container, unless given. Source: kubernetes, pkg/apis/core/v1/defaults.go. */
export function hostPortOf(port: JsonObject, isHostNetwork: boolean): number {
  return numberOf(port.hostPort) || (isHostNetwork ? numberOf(port.containerPort) : 0);
}
