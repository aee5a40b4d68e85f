import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { child, field, type FieldPath, item } from "../../values/field-path.ts";
import { type JsonObject, optionalTextOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { discovery } from "../sources.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";

const path: FieldPath = field("ports");
const protocols = ["SCTP", "TCP", "UDP"];

/**
 * Ports are distinguished by name, and one may be without; the number is not checked. An absent protocol is TCP, an
 * empty one wrong. Source: kubernetes, pkg/apis/discovery/validation/validation.go, validatePorts.
 */
export function checkEndpointPorts(outer: Report, ports: readonly JsonObject[], version: KubernetesVersion): void {
  const report = reportFrom(outer, discovery, "validatePorts");
  const most = isAtLeast(version, 21) ? 20000 : 100;
  if (ports.length > most) {
    report("TooMany", path, ports, `must have at most ${most} items, found ${ports.length}`);
    return;
  }
  const names = new Set<string>();
  for (const [index, port] of ports.entries()) {
    const at = item(path, index);
    const name = textOf(port.name);
    if (name !== "") reportProblems(report, dns1123LabelProblems(name), child(at, "name"), name);
    if (names.has(name)) report("Duplicate", child(at, "name"), port.name, "is the name of another port");
    names.add(name);
    checkSupported(report, optionalTextOf(port.protocol) ?? "TCP", protocols, child(at, "protocol"));
    const appProtocol = optionalTextOf(port.appProtocol);
    if (appProtocol !== undefined) {
      reportProblems(report, qualifiedNameProblems(appProtocol), child(at, "appProtocol"), appProtocol);
    }
  }
}
