import { validateIngressUpdate } from "@kubeschema/validators/ingress-change";
import { validateIngressV1beta1 } from "@kubeschema/validators/ingress-v1beta1";
import { validateIngress } from "@kubeschema/validators/networking.k8s.io/v1";
import { type JsonObject, objectAt } from "../observe/json-value.ts";
import { convertIngress, isOldVersion } from "./ingress-version.ts";
import type { IngressManifest, ManifestIssue } from "./manifest.ts";

/** Faults of structure: a server that cannot decode an object looks no further. */
const structural: ReadonlySet<string> = new Set(["TypeInvalid", "Unknown"]);

/** Lists where a manifest does not have the structure of an Ingress of its version: JSON types and field names. */
export function checkStructure(manifest: IngressManifest): readonly ManifestIssue[] {
  const { object, apiVersion } = manifest;
  const issues = isOldVersion(apiVersion) ? validateIngressV1beta1(object) : validateIngress(object);
  return [
    ...issues.filter(({ type }) => structural.has(type)),
    ...nullsOf(object, "labels"),
    ...nullsOf(object, "annotations"),
  ].map((issue) => locate(issue, manifest));
}

/** Older kubectl drops all annotations if one is null, and older servers store null as an empty text. */
function nullsOf(object: JsonObject, map: "labels" | "annotations"): readonly Issue[] {
  return Object.entries(objectAt(objectAt(object, "metadata"), map))
    .filter(([, value]) => value === null)
    .map(([key]) => ({
      fieldPath: `metadata.${map}[${key}]`,
      message: "is null, which versions of kubectl and of the API server take differently",
      suggestion: "leave the key out, or give it a text",
    }));
}

interface Issue {
  readonly fieldPath: string;
  readonly message: string;
  readonly suggestion?: string;
}

/**
 * Lists why the API server would refuse what apply sends: on creation the manifest, else the live object with the
 * manifest merged into it.
 *
 * @param live The live object; absent if there is none.
 * @param serverVersion Such as `v1.33.4`; without one the rules of the newest version apply.
 */
export function checkResult(
  manifest: IngressManifest,
  result: JsonObject,
  live: JsonObject | undefined,
  serverVersion: string | undefined,
): readonly ManifestIssue[] {
  const release = /^v?(\d+\.\d+)/.exec(serverVersion ?? "")?.[1];
  const options = {
    unknownFields: "ignore",
    ...(release === undefined ? {} : { kubernetesVersion: release }),
  } as const;
  const isOld = isOldVersion(manifest.apiVersion);
  if (live === undefined && isOld && release !== undefined && servesOldVersions(release)) {
    return validateIngressV1beta1(manifest.object, options).map((issue) => locate(issue, manifest));
  }
  const updated = convertIngress(result, "networking.k8s.io/v1");
  const issues = live === undefined
    ? validateIngress(updated, options)
    : validateIngressUpdate(convertIngress(live, "networking.k8s.io/v1"), updated, options);
  return issues.map((issue) =>
    locate(isOld ? { ...issue, fieldPath: toOldFieldPath(issue.fieldPath) } : issue, manifest)
  );
}

function servesOldVersions(release: string): boolean {
  const [major = 1, minor = 0] = release.split(".").map(Number);
  return major === 1 && minor < 22;
}

function locate({ fieldPath, message, suggestion }: Issue, { place, lineOf }: IngressManifest): ManifestIssue {
  const text = suggestion === undefined ? message : `${message}; ${suggestion}`;
  return { file: place.file, line: lineOf(stepsOf(fieldPath)), fieldPath, message: text };
}

function toOldFieldPath(fieldPath: string): string {
  return fieldPath
    .replace(/^spec\.defaultBackend/, "spec.backend")
    .replace(/(backend)\.service\.name/, "$1.serviceName")
    .replace(/(backend)\.service\.port(?:\.(?:name|number))?/, "$1.servicePort")
    .replace(/(backend)\.service$/, "$1");
}

/** `spec.rules[0].host` and `metadata.annotations[a.b/c]` as steps. */
function stepsOf(fieldPath: string): readonly (string | number)[] {
  return [...fieldPath.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)].map(([, field, key]) =>
    field ?? (/^\d+$/.test(key ?? "") ? Number(key) : key ?? "")
  );
}
