import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../values/json-object.ts";
import { isAtLeast } from "../../values/kubernetes-version.ts";
import { checkContainer } from "./container.ts";
import { hostPortOf } from "./container-ports.ts";
import type { PodContext } from "./pod-context.ts";

const notForInit = ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"];

export function checkContainers(
  outer: Report,
  containers: readonly JsonObject[],
  path: FieldPath,
  isHostNetwork: boolean,
  context: PodContext,
): void {
  const report = reportFrom(outer, core, "validateContainers");
  checkEach(report, containers, path, isHostNetwork, context);
  checkHostPorts(report, containers.map((container, index) => [container, index]), path, isHostNetwork);
}

/**
 * Init containers have unique names, and neither probes nor hooks; since 1.29 those that restart always, called
 * sidecars, may have both.
 */
export function checkInitContainers(
  outer: Report,
  containers: readonly JsonObject[],
  others: readonly JsonObject[],
  path: FieldPath,
  isHostNetwork: boolean,
  context: PodContext,
): void {
  const report = reportFrom(outer, core, "validateInitContainers");
  const { version } = context;
  checkEach(report, containers, path, isHostNetwork, context);
  const names = new Set(others.map(({ name }) => textOf(name)));
  for (const [index, container] of containers.entries()) {
    const at = item(path, index);
    const name = textOf(container.name);
    if (names.has(name)) report("Duplicate", child(at, "name"), name, "is the name of another container");
    if (name !== "") names.add(name);
    // They run one after another. The server checks each by itself, so the path has index 0.
    checkHostPorts(report, [[container, 0]], path, isHostNetwork);
    if (isAtLeast(version, 29) && container.restartPolicy === "Always") continue;
    for (const field of notForInit) {
      if (objectOf(container[field]) === undefined) continue;
      const type = isAtLeast(version, 28) ? "Forbidden" : "Invalid";
      report(type, child(at, field), container[field], "must not be set in an init container");
    }
  }
}

function checkEach(
  report: Report,
  containers: readonly JsonObject[],
  path: FieldPath,
  isHostNetwork: boolean,
  context: PodContext,
): void {
  const names = new Set<string>();
  for (const [index, container] of containers.entries()) {
    const at = item(path, index);
    const name = textOf(container.name);
    checkContainer(report, container, at, isHostNetwork, context);
    if (names.has(name)) report("Duplicate", child(at, "name"), name, "is the name of another container");
    names.add(name);
  }
}

/** A port of the host serves one container. */
function checkHostPorts(
  report: Report,
  containers: readonly (readonly [JsonObject, number])[],
  path: FieldPath,
  isHostNetwork: boolean,
): void {
  const seen = new Set<string>();
  for (const [container, index] of containers) {
    for (const [portIndex, entry] of listOf(container.ports).entries()) {
      const port = asObject(entry);
      const number = hostPortOf(port, isHostNetwork);
      if (number === 0) continue;
      const identity = `${textOf(port.protocol) || "TCP"} ${textOf(port.hostIP)} ${number}`;
      if (seen.has(identity)) {
        const at = item(child(item(path, index), "ports"), portIndex);
        report("Duplicate", child(at, "hostPort"), number, "is the host port of another port");
      }
      seen.add(identity);
    }
  }
}
