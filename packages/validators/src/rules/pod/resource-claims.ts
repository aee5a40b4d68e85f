import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { child, type FieldPath, item } from "../../values/field-path.ts";
import { asObject, type JsonObject, listOf, optionalTextOf, textOf } from "../../values/json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../values/kubernetes-version.ts";
import { type Report, reportFrom } from "../../runtime/report.ts";
import { core } from "../sources.ts";
import { reportProblems } from "../report-problems.ts";

/** The field is not behind a gate (DynamicResourceAllocation) since 1.34; before, most servers drop it. */
const minor = 34;

/**
 * The claims of resources that a pod has, each by its own name or made from a template.
 *
 * @returns Their names.
 */
export function checkPodResourceClaims(
  outer: Report,
  spec: JsonObject,
  specPath: FieldPath,
  version: KubernetesVersion,
): ReadonlySet<string> {
  const report = reportFrom(outer, core, "validatePodResourceClaims");
  const names = new Set<string>();
  if (!isAtLeast(version, minor)) return names;
  for (const [index, entry] of listOf(spec.resourceClaims).entries()) {
    const claim = asObject(entry);
    const path = item(child(specPath, "resourceClaims"), index);
    const name = textOf(claim.name);
    const namePath = child(path, "name");
    if (name === "") report("Required", namePath, claim.name, "must be set");
    else if (names.has(name)) report("Duplicate", namePath, name, "is the name of another claim");
    else reportProblems(report, dns1123LabelProblems(name), namePath, name);
    names.add(name);
    const sources = ["resourceClaimName", "resourceClaimTemplateName"] as const;
    const given = sources.filter((field) => optionalTextOf(claim[field]) !== undefined);
    if (given.length !== 1) report("Invalid", path, claim, `must have exactly one of ${sources.join(" and ")}`);
    for (const field of given) {
      const text = textOf(claim[field]);
      reportProblems(report, dns1123SubdomainProblems(text), child(path, field), text);
    }
  }
  return names;
}

/**
 * The claims that a container uses: those of its pod, each once, or once for each of its requests.
 */
export function checkContainerClaims(
  outer: Report,
  resources: JsonObject,
  resourcesPath: FieldPath,
  ofPod: ReadonlySet<string>,
  version: KubernetesVersion,
): void {
  const report = reportFrom(outer, core, "validateResourceClaimNames");
  if (!isAtLeast(version, minor)) return;
  const seen = new Set<string>();
  for (const [index, entry] of listOf(resources.claims).entries()) {
    const claim = asObject(entry);
    const path = item(child(resourcesPath, "claims"), index);
    const [name, request] = [textOf(claim.name), textOf(claim.request)];
    if (name === "") {
      report("Required", path, claim.name, "must be set to the name of a claim");
      continue;
    }
    const identity = request === "" ? name : `${name}/${request}`;
    if (seen.has(identity)) report("Duplicate", path, identity, "is duplicated");
    seen.add(identity);
    if (!ofPod.has(name)) report("NotFound", path, name, "is not the name of a claim in spec.resourceClaims");
  }
}
