import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { child, type FieldPath } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../json-object.ts";
import { checkSupported } from "../check-supported.ts";
import { reportProblems } from "../report-problems.ts";
import { checkContainerPorts } from "./container-ports.ts";
import { checkEnv, checkEnvFrom } from "./env.ts";
import { checkHandler } from "./handler.ts";
import type { PodContext } from "./pod-context.ts";
import { checkProbe } from "./probe.ts";
import { checkContainerClaims } from "./resource-claims.ts";
import { checkResources } from "./resources.ts";
import { checkSecurityContext } from "./security-context.ts";
import { checkVolumeDevices, checkVolumeMounts } from "./volume-mounts.ts";

const pullPolicies = ["Always", "IfNotPresent", "Never"];
const messagePolicies = ["File", "FallbackToLogsOnError"];

/** Source: kubernetes, pkg/apis/core/validation/validation.go, validateContainers. */
export function checkContainer(
  container: JsonObject,
  path: FieldPath,
  isHostNetwork: boolean,
  context: PodContext,
): void {
  const { report, version } = context;
  const name = textOf(container.name);
  if (name === "") report("Required", child(path, "name"), container.name, "needs a name");
  else reportProblems(dns1123LabelProblems(name), child(path, "name"), name, report);
  if (textOf(container.image) === "") report("Required", child(path, "image"), container.image, "needs an image");

  const lifecycle = asObject(container.lifecycle);
  for (const hook of ["postStart", "preStop"]) {
    const handler = objectOf(lifecycle[hook]);
    if (handler !== undefined) checkHandler(handler, child(child(path, "lifecycle"), hook), version, report);
  }
  for (const kind of ["livenessProbe", "startupProbe", "readinessProbe"] as const) {
    const probe = objectOf(container[kind]);
    if (probe !== undefined) checkProbe(probe, kind, child(path, kind), version, report);
  }
  const messagePolicy = textOf(container.terminationMessagePolicy) || "File";
  if (!messagePolicies.includes(messagePolicy)) {
    const problem = `is not one of ${messagePolicies.join(", ")}`;
    report("Invalid", child(path, "terminationMessagePolicy"), messagePolicy, problem, messagePolicies);
  }
  checkSupported(
    textOf(container.imagePullPolicy) || "Always",
    pullPolicies,
    child(path, "imagePullPolicy"),
    report,
  );
  checkContainerPorts(listOf(container.ports).map(asObject), child(path, "ports"), isHostNetwork, report);
  checkEnv(listOf(container.env).map(asObject), child(path, "env"), version, report);
  checkEnvFrom(listOf(container.envFrom).map(asObject), child(path, "envFrom"), version, report);
  checkVolumeMounts(container, child(path, "volumeMounts"), context);
  checkVolumeDevices(container, child(path, "volumeDevices"), context);
  const resources = asObject(container.resources);
  checkResources(resources, child(path, "resources"), report);
  checkContainerClaims(resources, child(path, "resources"), context.resourceClaims, version, report);
  const security = objectOf(container.securityContext);
  if (security !== undefined) checkSecurityContext(security, child(path, "securityContext"), version, report);
}
