import { portNameProblems } from "../../formats/port-name.ts";
import { portNumberProblems } from "../../formats/port-number.ts";
import { child, type FieldPath } from "../../field-path.ts";
import { type JsonObject, optionalTextOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { reportProblems } from "../report-problems.ts";

const protocols = ["TCP", "UDP", "SCTP"];

/**
 * A port of a rule, by number or name. The string "80" is no name of a port. An empty protocol is wrong, an absent one TCP.
 * `endPort` exists since 1.22 (in 1.21 behind a gate).
 * Source: kubernetes, pkg/apis/networking/validation/validation.go, ValidateNetworkPolicyPort.
 */
export function checkPolicyPort(
  entry: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  report: Report,
): void {
  // The default for an absent protocol is TCP.
  const protocol = optionalTextOf(entry.protocol);
  if (protocol !== undefined && !protocols.includes(protocol)) {
    report("NotSupported", child(path, "protocol"), protocol, `is not one of ${protocols.join(", ")}`, protocols);
  }
  const { port } = entry;
  const portPath = child(path, "port");
  if (typeof port === "number") reportProblems(portNumberProblems(port), portPath, port, report);
  if (typeof port === "string") reportProblems(portNameProblems(port), portPath, port, report);
  if (isAtLeast(version, 22) && typeof entry.endPort === "number") {
    checkEndPort(entry.endPort, port, child(path, "endPort"), report);
  }
}

function checkEndPort(endPort: number, port: unknown, path: FieldPath, report: Report): void {
  if (typeof port !== "number") {
    report("Invalid", path, endPort, "needs a port that is a number");
    return;
  }
  if (endPort < port) report("Invalid", path, endPort, `is less than the port, which is ${port}`);
  reportProblems(portNumberProblems(endPort), path, endPort, report);
}
