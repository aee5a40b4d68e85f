import { child, type FieldPath } from "../../field-path.ts";
import { dns1035LabelProblems } from "../../formats/dns-1035-label.ts";
import { portNameProblems } from "../../formats/port-name.ts";
import { type JsonObject, numberOf, objectOf, textOf } from "../../json-object.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkResourceReference } from "../ingress/resource-reference.ts";
import { reportProblems } from "../report-problems.ts";

/**
 * A backend of `extensions/v1beta1` and `networking.k8s.io/v1beta1`: a Service and one of its ports, or a resource. There
 * is a Service where any of its two fields says something, and text for a port is its name, digits as well.
 *
 * Sources: kubernetes 1.20, pkg/apis/networking/v1beta1/conversion.go and pkg/apis/networking/validation/validation.go,
 * validateIngressBackend.
 */
export function checkBackendV1beta1(backend: JsonObject, path: FieldPath, report: Report): void {
  const resource = objectOf(backend.resource);
  const name = textOf(backend.serviceName);
  const port = backend.servicePort;
  const hasService = name !== "" || typeof port === "string" || numberOf(port) !== 0;
  if (hasService && resource !== undefined) {
    report("Invalid", path, backend, 'has both a Service and "resource": only one is allowed');
  } else if (resource !== undefined) {
    checkResourceReference(resource, child(path, "resource"), report);
  } else if (hasService) {
    checkService(name, port, path, report);
  } else {
    report("Invalid", path, backend, 'needs "serviceName" and "servicePort", or "resource"');
  }
}

function checkService(name: string, port: unknown, path: FieldPath, report: Report): void {
  const namePath = child(path, "serviceName");
  if (name === "") report("Required", namePath, undefined, "needs the name of a Service");
  else reportProblems(dns1035LabelProblems(name), namePath, name, report);

  const portPath = child(path, "servicePort");
  const portName = textOf(port);
  const portNumber = numberOf(port);
  if (portName !== "") reportProblems(portNameProblems(portName), portPath, portName, report);
  else if (portNumber === 0) report("Required", path, port, "needs the name or the number of a port");
  else if (portNumber < 1 || portNumber > 65535) {
    report("Invalid", portPath, portNumber, "is not a port: expected 1 to 65535");
  }
}
