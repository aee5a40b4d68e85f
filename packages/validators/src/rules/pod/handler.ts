import { portNumberProblems } from "../../formats/port-number.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, numberOf, objectOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { portProblems } from "../port-problems.ts";
import { reportProblems } from "../report-problems.ts";

/**
 * What a probe or a hook does: exactly one thing. `grpc` for probes since 1.24, `sleep` for hooks since 1.30 (before
 * behind gates, where the server drops them).
 */
export function checkHandler(
  outer: Report,
  handler: JsonObject,
  path: FieldPath,
  version: KubernetesVersion,
  isProbe = false,
): void {
  const report = reportFrom(outer, core, "validateHandler");
  const checks: readonly (readonly [string, (action: JsonObject, path: FieldPath) => void, boolean])[] = [
    ["exec", checkExec, true],
    ["httpGet", checkHttpGet, true],
    ["tcpSocket", checkTcpSocket, true],
    ["grpc", checkGrpc, isProbe && isAtLeast(version, 24)],
    // The grace period limits how long it may sleep.
    ["sleep", () => {}, !isProbe && isAtLeast(version, 30)],
  ];
  let count = 0;
  for (const [name, check, isKnown] of checks) {
    const action = objectOf(handler[name]);
    if (action === undefined || !isKnown) continue;
    if (count > 0) report("Forbidden", child(path, name), action, "must not be set beside another action");
    else check(action, child(path, name));
    count++;
  }
  if (count === 0) report("Required", path, handler, `must have one of ${namesOf(checks)}`);

  function checkExec(exec: JsonObject, at: FieldPath): void {
    if (listOf(exec.command).length === 0) report("Required", child(at, "command"), exec.command, "must be set");
  }

  function checkHttpGet(get: JsonObject, at: FieldPath): void {
    reportProblems(report, portProblems(get.port), child(at, "port"), get.port);
    checkSupported(report, textOf(get.scheme) || "HTTP", ["HTTP", "HTTPS"], child(at, "scheme"));
    for (const header of listOf(get.httpHeaders)) {
      const name = textOf(asObject(header).name);
      if (!/^[-A-Za-z0-9]+$/.test(name)) {
        report("Invalid", child(at, "httpHeaders"), name, 'is not the name of a header; use letters, digits and "-"');
      }
    }
  }

  function checkTcpSocket(socket: JsonObject, at: FieldPath): void {
    reportProblems(report, portProblems(socket.port), child(at, "port"), socket.port);
  }

  function checkGrpc(grpc: JsonObject, at: FieldPath): void {
    reportProblems(report, portNumberProblems(numberOf(grpc.port)), child(at, "port"), grpc.port);
  }
}

function namesOf(checks: readonly (readonly [string, unknown, boolean])[]): string {
  return checks.filter(([, , isKnown]) => isKnown).map(([name]) => name).join(", ");
}
