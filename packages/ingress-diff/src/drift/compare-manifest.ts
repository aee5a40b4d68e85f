import { isJsonObject, type JsonObject, objectAt, stringAt } from "../observe/json-value.ts";
import { fillCommand } from "../rules/rule/fill-command.ts";
import { checkResult, checkStructure } from "./check-ingress.ts";
import { compareIngresses } from "./compare-ingresses.ts";
import { findOwners } from "./field-owners.ts";
import { isWithin, type PathStep } from "./field-path.ts";
import type { IngressDrift, LiveIngress, OwnedChange } from "./ingress-drift.ts";
import { convertIngress } from "./ingress-version.ts";
import { findKeptFields } from "./kept-fields.ts";
import type { IngressManifest, ManifestIssue } from "./manifest.ts";
import { mergeThreeWay } from "./merge-three-way.ts";
import { settableFields } from "./settable-fields.ts";
import { lastAppliedAnnotation, toStoredIngress } from "./stored-ingress.ts";

/** What to leave out of a comparison, and by whose rules to judge. */
export interface CompareOptions {
  /** Such as `v1.33.4`; without one the rules of the newest version decide what would be refused. */
  readonly serverVersion?: string;
  /** Changes at or inside these places are ignored. */
  readonly ignorePaths?: readonly (readonly PathStep[])[];
  /** Changes of live values that one of these managers owns are ignored. */
  readonly ignoreManagers?: readonly string[];
  /** Whether lists with the same items in another order are ignored. */
  readonly ignoresOrder?: boolean;
}

/**
 * Says what `kubectl apply` would change about one Ingress, with nothing but the live object: Ingresses have no defaults
 * on the server but `pathType` of v1beta1 and the class, which is set on creation only.
 *
 * The verdict is that of `kubectl diff`: a three-way merge of the manifest, the live object and what was applied last.
 */
export function compareManifest(
  manifest: IngressManifest,
  live: LiveIngress,
  options: CompareOptions = {},
): IngressDrift {
  const { namespace, name, apiVersion, place } = manifest;
  const nothing: IngressDrift = {
    namespace,
    name,
    apiVersion,
    place,
    verdict: "unknown",
    isOrderOnly: false,
    changes: [],
    ignored: [],
    kept: [],
    isOwnershipKnown: true,
    issues: [],
  };
  const refuse = (issues: readonly ManifestIssue[], object?: JsonObject): IngressDrift => ({
    ...nothing,
    verdict: "refused",
    issues,
    ...(object === undefined ? {} : { live: object }),
  });
  const faults = checkStructure(manifest);
  if (faults.length > 0) return refuse(faults);
  if (live.state === "unknown") {
    const { state: _, ...problem } = live;
    return { ...nothing, problem };
  }
  const desired = settableFields(manifest.object);
  if (live.state === "missing") {
    const result = convertIngress(desired, "networking.k8s.io/v1");
    const issues = checkResult(manifest, result, undefined, options.serverVersion);
    return issues.length > 0 ? refuse(issues) : { ...nothing, verdict: "new", result };
  }
  const lastApplied = readLastApplied(live.object);
  if (typeof lastApplied === "string") {
    return {
      ...nothing,
      live: live.object,
      problem: {
        message: lastApplied,
        fix: "correct the annotation",
        command: fillCommand("kubectl apply edit-last-applied ingress NAME -n NAMESPACE", {
          kind: "Ingress",
          namespace,
          name,
        }),
      },
    };
  }
  const merged = mergeThreeWay(lastApplied, desired, convertIngress(live.object, manifest.apiVersion));
  const stored = { live: toStoredIngress(live.object), result: toStoredIngress(merged) };
  const changes = compareIngresses(stored.live, stored.result).map((change): OwnedChange => ({
    ...change,
    owners: findOwners(live.object, change.ownedPath),
  }));
  if (changes.length > 0) {
    const issues = checkResult(manifest, merged, live.object, options.serverVersion);
    if (issues.length > 0) return refuse(issues, live.object);
  }
  const ignored = changes.filter((change) => isIgnored(change, options));
  const counted = changes.filter((change) => !isIgnored(change, options));
  return {
    ...nothing,
    verdict: counted.length > 0 ? "changed" : "unchanged",
    isOrderOnly: counted.length > 0 && counted.every(({ type }) => type === "moved"),
    changes: counted,
    ignored,
    kept: findKeptFields(stored.result, toStoredIngress(desired), live.object),
    isOwnershipKnown: Array.isArray(objectAt(live.object, "metadata").managedFields),
    live: live.object,
    result: convertIngress(merged, "networking.k8s.io/v1"),
  };
}

/** What was applied last, an empty object if nobody did, or why that cannot be told. */
function readLastApplied(live: JsonObject): JsonObject | string {
  const text = stringAt(objectAt(objectAt(live, "metadata"), "annotations"), lastAppliedAnnotation);
  if (text === undefined || text === "") return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isJsonObject(value)) return settableFields(value);
  } catch {
    // Said below.
  }
  return `Cannot tell what was applied last: the annotation "${lastAppliedAnnotation}" is not a JSON object`;
}

function isIgnored({ type, path, owners }: OwnedChange, options: CompareOptions): boolean {
  const { ignorePaths, ignoreManagers, ignoresOrder } = options;
  return (ignoresOrder === true && type === "moved") ||
    (ignorePaths ?? []).some((pattern) => isWithin(path, pattern)) ||
    owners.some(({ manager }) => ignoreManagers?.includes(manager) === true);
}
