import { child, type FieldPath } from "../../values/field-path.ts";
import { dns1035LabelProblems } from "../../formats/dns-1035-label.ts";
import { portNameProblems } from "../../formats/port-name.ts";
import { type JsonObject, numberOf, objectOf, textOf } from "../../values/json-object.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { checkResourceReference } from "../ingress/resource-reference.ts";
import { reportProblems } from "../report-problems.ts";

/**
 * A backend of `extensions/v1beta1` and `networking.k8s.io/v1beta1`: a Service and one of its ports, or a resource. There
 * is a Service where any of its two fields says something, and text for a port is its name, digits as well.
 *
 * Sources: kubernetes 1.20, pkg/apis/networking/v1beta1/conversion.go and pkg/apis/networking/validation/validation.go,
 * validateIngressBackend.
 */
export function checkBackendV1beta1(outer: Report, backend: JsonObject, path: FieldPath): void {
  const report = reportFrom(outer, networking, "validateIngressBackend");
  const resource = objectOf(backend.resource);
  const name = textOf(backend.serviceName);
  const port = backend.servicePort;
  const hasService = name !== "" || typeof port === "string" || numberOf(port) !== 0;
  if (hasService && resource !== undefined) {
    report("Invalid", path, backend, 'must not have both a Service and "resource"');
  } else if (resource !== undefined) {
    checkResourceReference(report, resource, child(path, "resource"));
  } else if (hasService) {
    checkService(report, name, port, path);
  } else {
    report("Invalid", path, backend, 'must have "serviceName" and "servicePort", or "resource"');
  }
}

function checkService(report: Report, name: string, port: unknown, path: FieldPath): void {
  const namePath = child(path, "serviceName");
  if (name === "") report("Required", namePath, undefined, "must be set to the name of a Service");
  else reportProblems(report, dns1035LabelProblems(name), namePath, name);

  const portPath = child(path, "servicePort");
  const portName = textOf(port);
  const portNumber = numberOf(port);
  if (portName !== "") reportProblems(report, portNameProblems(portName), portPath, portName);
  else if (portNumber === 0) report("Required", path, port, "must have the name or the number of a port");
  else if (portNumber < 1 || portNumber > 65535) {
    report("Invalid", portPath, portNumber, "is not a port number from 1 to 65535");
  }
}
