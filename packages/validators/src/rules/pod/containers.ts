import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../json-object.ts";
import { isAtLeast } from "../../kubernetes-version.ts";
import { checkContainer } from "./container.ts";
import { hostPortOf } from "./container-ports.ts";
import type { PodContext } from "./pod-context.ts";

const notForInit = ["lifecycle", "livenessProbe", "readinessProbe", "startupProbe"];

/** Source: kubernetes, pkg/apis/core/validation/validation.go, validateContainers. */
export function checkContainers(
  containers: readonly JsonObject[],
  path: FieldPath,
  isHostNetwork: boolean,
  context: PodContext,
): void {
  checkEach(containers, path, isHostNetwork, context);
  checkHostPorts(containers.map((container, index) => [container, index]), path, isHostNetwork, context);
}

/**
 * Init containers have names of their own, and neither probes nor hooks; since 1.29 those that restart always, called
 * sidecars, may have both.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, validateInitContainers.
 */
export function checkInitContainers(
  containers: readonly JsonObject[],
  others: readonly JsonObject[],
  path: FieldPath,
  isHostNetwork: boolean,
  context: PodContext,
): void {
  const { report, version } = context;
  checkEach(containers, path, isHostNetwork, context);
  const names = new Set(others.map(({ name }) => textOf(name)));
  for (const [index, container] of containers.entries()) {
    const at = item(path, index);
    const name = textOf(container.name);
    if (names.has(name)) report("Duplicate", child(at, "name"), name, "is the name of another container");
    if (name !== "") names.add(name);
    // They run one after another. The server counts each by itself, so that the path has index 0.
    checkHostPorts([[container, 0]], path, isHostNetwork, context);
    if (isAtLeast(version, 29) && container.restartPolicy === "Always") continue;
    for (const field of notForInit) {
      if (objectOf(container[field]) === undefined) continue;
      const type = isAtLeast(version, 28) ? "Forbidden" : "Invalid";
      report(type, child(at, field), container[field], "must not be set in an init container");
    }
  }
}

function checkEach(
  containers: readonly JsonObject[],
  path: FieldPath,
  isHostNetwork: boolean,
  context: PodContext,
): void {
  const names = new Set<string>();
  for (const [index, container] of containers.entries()) {
    const at = item(path, index);
    const name = textOf(container.name);
    checkContainer(container, at, isHostNetwork, context);
    if (names.has(name)) context.report("Duplicate", child(at, "name"), name, "is the name of another container");
    names.add(name);
  }
}

/** A port of the host serves one container. */
function checkHostPorts(
  containers: readonly (readonly [JsonObject, number])[],
  path: FieldPath,
  isHostNetwork: boolean,
  { report }: PodContext,
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
        report("Duplicate", child(at, "hostPort"), number, "is another port's host port");
      }
      seen.add(identity);
    }
  }
}
