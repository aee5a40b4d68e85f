import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, numberOf, objectOf, textOf } from "../../values/json-object.ts";
import { portNameProblems } from "../../formats/port-name.ts";
import type { Problems } from "../../formats/problems.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { networking } from "../sources.ts";
import { checkResourceReference } from "./resource-reference.ts";

/**
 * A backend is either a Service and one of its ports, or a resource.
 */
export function checkBackend(
  outer: Report,
  backend: JsonObject,
  path: FieldPath,
  serviceNameProblems: (name: string) => Problems,
): void {
  const report = reportFrom(outer, networking, "validateIngressBackend");
  const service = objectOf(backend.service);
  const resource = objectOf(backend.resource);
  if (service !== undefined && resource !== undefined) {
    report("Invalid", path, backend, 'must not have both "service" and "resource"');
  } else if (resource !== undefined) {
    checkResourceReference(report, resource, child(path, "resource"));
  } else if (service !== undefined) {
    checkService(report, service, path, serviceNameProblems);
  } else {
    report("Invalid", path, backend, 'must have "service" or "resource"');
  }
}

function checkService(
  report: Report,
  service: JsonObject,
  backendPath: FieldPath,
  serviceNameProblems: (name: string) => Problems,
): void {
  const path = child(backendPath, "service");
  const name = textOf(service.name);
  if (name === "") report("Required", child(path, "name"), service.name, "must be set to the name of a Service");
  else for (const problem of serviceNameProblems(name)) report("Invalid", child(path, "name"), name, problem);

  const port = asObject(service.port);
  const portName = textOf(port.name);
  const portNumber = numberOf(port.number);
  if (portName !== "" && portNumber !== 0) {
    report("Invalid", backendPath, port, "must not have both the name and the number of a port");
  } else if (portName !== "") {
    for (const problem of portNameProblems(portName)) {
      report("Invalid", child(child(path, "port"), "name"), portName, problem);
    }
  } else if (portNumber !== 0) {
    if (portNumber < 1 || portNumber > 65535) {
      report("Invalid", child(child(path, "port"), "number"), portNumber, "is not a port number from 1 to 65535");
    }
  } else {
    report("Required", backendPath, service.port, "must have the name or the number of a port");
  }
}
