import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { child, type FieldPath } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, objectOf, textOf } from "../../values/json-object.ts";
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

export function checkContainer(
  outer: Report,
  container: JsonObject,
  path: FieldPath,
  isHostNetwork: boolean,
  context: PodContext,
): void {
  const report = reportFrom(outer, core, "validateContainers");
  const { version } = context;
  const name = textOf(container.name);
  if (name === "") report("Required", child(path, "name"), container.name, "must be set");
  else reportProblems(report, dns1123LabelProblems(name), child(path, "name"), name);
  if (textOf(container.image) === "") report("Required", child(path, "image"), container.image, "must be set");

  const lifecycle = asObject(container.lifecycle);
  for (const hook of ["postStart", "preStop"]) {
    const handler = objectOf(lifecycle[hook]);
    if (handler !== undefined) checkHandler(report, handler, child(child(path, "lifecycle"), hook), version);
  }
  for (const kind of ["livenessProbe", "startupProbe", "readinessProbe"] as const) {
    const probe = objectOf(container[kind]);
    if (probe !== undefined) checkProbe(report, probe, kind, child(path, kind), version);
  }
  const messagePolicy = textOf(container.terminationMessagePolicy) || "File";
  if (!messagePolicies.includes(messagePolicy)) {
    const problem = `is not one of ${messagePolicies.join(", ")}`;
    report("Invalid", child(path, "terminationMessagePolicy"), messagePolicy, problem, messagePolicies);
  }
  checkSupported(
    report,
    textOf(container.imagePullPolicy) || "Always",
    pullPolicies,
    child(path, "imagePullPolicy"),
  );
  checkContainerPorts(report, listOf(container.ports).map(asObject), child(path, "ports"), isHostNetwork);
  checkEnv(report, listOf(container.env).map(asObject), child(path, "env"), version);
  checkEnvFrom(report, listOf(container.envFrom).map(asObject), child(path, "envFrom"), version);
  checkVolumeMounts(report, container, child(path, "volumeMounts"), context);
  checkVolumeDevices(report, container, child(path, "volumeDevices"), context);
  const resources = asObject(container.resources);
  checkResources(report, resources, child(path, "resources"));
  checkContainerClaims(report, resources, child(path, "resources"), context.resourceClaims, version);
  const security = objectOf(container.securityContext);
  if (security !== undefined) checkSecurityContext(report, security, child(path, "securityContext"), version);
}
