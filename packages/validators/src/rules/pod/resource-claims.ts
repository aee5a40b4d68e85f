import { dns1123LabelProblems } from "../../formats/dns-1123-label.ts";
import { dns1123SubdomainProblems } from "../../formats/dns-1123-subdomain.ts";
import { child, type FieldPath, item } from "../../field-path.ts";
import { asObject, type JsonObject, listOf, optionalTextOf, textOf } from "../../json-object.ts";
import { isAtLeast, type KubernetesVersion } from "../../kubernetes-version.ts";
import type { Report } from "../../runtime/rules.ts";
import { reportProblems } from "../report-problems.ts";

/** Since 1.34 the field is there without a gate (DynamicResourceAllocation); before, most servers drop it. */
const minor = 34;

/**
 * The claims of resources that a pod has, each by its own name or made from a template.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, validatePodResourceClaims.
 *
 * @returns Their names.
 */
export function checkPodResourceClaims(
  spec: JsonObject,
  specPath: FieldPath,
  version: KubernetesVersion,
  report: Report,
): ReadonlySet<string> {
  const names = new Set<string>();
  if (!isAtLeast(version, minor)) return names;
  for (const [index, entry] of listOf(spec.resourceClaims).entries()) {
    const claim = asObject(entry);
    const path = item(child(specPath, "resourceClaims"), index);
    const name = textOf(claim.name);
    const namePath = child(path, "name");
    if (name === "") report("Required", namePath, claim.name, "needs a name");
    else if (names.has(name)) report("Duplicate", namePath, name, "is the name of another claim");
    else reportProblems(dns1123LabelProblems(name), namePath, name, report);
    names.add(name);
    const sources = ["resourceClaimName", "resourceClaimTemplateName"] as const;
    const given = sources.filter((field) => optionalTextOf(claim[field]) !== undefined);
    if (given.length !== 1) report("Invalid", path, claim, `needs one of ${sources.join(" and ")}`);
    for (const field of given) {
      const text = textOf(claim[field]);
      reportProblems(dns1123SubdomainProblems(text), child(path, field), text, report);
    }
  }
  return names;
}

/**
 * The claims that a container takes part in: those of its pod, each once, or once for each of its requests.
 * Source: kubernetes, pkg/apis/core/validation/validation.go, validateResourceClaimNames.
 */
export function checkContainerClaims(
  resources: JsonObject,
  resourcesPath: FieldPath,
  ofPod: ReadonlySet<string>,
  version: KubernetesVersion,
  report: Report,
): void {
  if (!isAtLeast(version, minor)) return;
  const seen = new Set<string>();
  for (const [index, entry] of listOf(resources.claims).entries()) {
    const claim = asObject(entry);
    const path = item(child(resourcesPath, "claims"), index);
    const [name, request] = [textOf(claim.name), textOf(claim.request)];
    if (name === "") {
      report("Required", path, claim.name, "needs the name of a claim");
      continue;
    }
    const identity = request === "" ? name : `${name}/${request}`;
    if (seen.has(identity)) report("Duplicate", path, identity, "is there already");
    seen.add(identity);
    if (!ofPod.has(name)) report("NotFound", path, name, "is not the name of a claim in spec.resourceClaims");
  }
}
