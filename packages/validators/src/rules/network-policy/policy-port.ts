import { portNameProblems } from "../../formats/port-name.ts";
import { portNumberProblems } from "../../formats/port-number.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { type JsonObject, optionalTextOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";

const protocols = ["TCP", "UDP", "SCTP"];

/**
 * A port of a rule, by number or name. The string "80" is not the name of a port. An empty protocol is wrong, an absent one TCP.
 * `endPort` exists since 1.22 (in 1.21 behind a gate).
 */
export function checkPolicyPort(outer: Report, entry: JsonObject, path: FieldPath, version: KubernetesVersion): void {
  const report = reportFrom(outer, networking, "ValidateNetworkPolicyPort");
  // The default for an absent protocol is TCP.
  const protocol = optionalTextOf(entry.protocol);
  if (protocol !== undefined && !protocols.includes(protocol)) {
    report("NotSupported", child(path, "protocol"), protocol, `is not one of ${protocols.join(", ")}`, protocols);
  }
  const { port } = entry;
  const portPath = child(path, "port");
  if (typeof port === "number") reportProblems(report, portNumberProblems(port), portPath, port);
  if (typeof port === "string") reportProblems(report, portNameProblems(port), portPath, port);
  if (isAtLeast(version, 22) && typeof entry.endPort === "number") {
    checkEndPort(report, entry.endPort, port, child(path, "endPort"));
  }
}

function checkEndPort(report: Report, endPort: number, port: unknown, path: FieldPath): void {
  if (typeof port !== "number") {
    report("Invalid", path, endPort, "must not be set unless port is a number");
    return;
  }
  if (endPort < port) report("Invalid", path, endPort, `must not be less than port, which is ${port}`);
  reportProblems(report, portNumberProblems(endPort), path, endPort);
}
