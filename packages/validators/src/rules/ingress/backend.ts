import { child, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, numberOf, objectOf, textOf } from "../../json-object.ts";
import { portNameProblems } from "../../formats/port-name.ts";
import type { Problems } from "../../formats/problems.ts";
import type { Report } from "../../runtime/rules.ts";
import { checkResourceReference } from "./resource-reference.ts";

/**
 * A backend is either a Service and one of its ports, or a resource.
 * Source: kubernetes, pkg/apis/networking/validation/validation.go, validateIngressBackend.
 */
export function checkBackend(
  backend: JsonObject,
  path: FieldPath,
  serviceNameProblems: (name: string) => Problems,
  report: Report,
): void {
  const service = objectOf(backend.service);
  const resource = objectOf(backend.resource);
  if (service !== undefined && resource !== undefined) {
    report("Invalid", path, backend, 'has both "service" and "resource": only one is allowed');
  } else if (resource !== undefined) {
    checkResourceReference(resource, child(path, "resource"), report);
  } else if (service !== undefined) {
    checkService(service, path, serviceNameProblems, report);
  } else {
    report("Invalid", path, backend, 'needs "service" or "resource"');
  }
}

function checkService(
  service: JsonObject,
  backendPath: FieldPath,
  serviceNameProblems: (name: string) => Problems,
  report: Report,
): void {
  const path = child(backendPath, "service");
  const name = textOf(service.name);
  if (name === "") report("Required", child(path, "name"), service.name, "needs the name of a Service");
  else for (const problem of serviceNameProblems(name)) report("Invalid", child(path, "name"), name, problem);

  const port = asObject(service.port);
  const portName = textOf(port.name);
  const portNumber = numberOf(port.number);
  if (portName !== "" && portNumber !== 0) {
    report("Invalid", backendPath, port, "has both the name and the number of a port: only one is allowed");
  } else if (portName !== "") {
    for (const problem of portNameProblems(portName)) {
      report("Invalid", child(child(path, "port"), "name"), portName, problem);
    }
  } else if (portNumber !== 0) {
    if (portNumber < 1 || portNumber > 65535) {
      report("Invalid", child(child(path, "port"), "number"), portNumber, "is not a port: expected 1 to 65535");
    }
  } else {
    report("Required", backendPath, service.port, "needs the name or the number of a port");
  }
}
