import { isJsonObject, type JsonObject, stringAt } from "../observe/json-value.ts";
import { objectKey } from "../observe/object-key.ts";
import { isIngressVersion } from "./ingress-version.ts";
import type { DecodedDocument, IngressManifest, ManifestIssue, Manifests, ManifestSource } from "./manifest.ts";

/**
 * Reads the Ingresses of some manifests, those in Lists too. Objects of other kinds are counted. What cannot be read is an
 * issue, never skipped, since it might be an Ingress; only the settings of Kustomize and Helm, which are not objects of a
 * cluster, are left out. The manifests are decoded already, as those of `observeSnapshot()` are.
 *
 * @param options `namespace` is that of objects that name none.
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { readManifests } from "@kubeschema/ingress-diff";
 * const value = { apiVersion: "networking.k8s.io/v1", kind: "Ingress", metadata: { name: "web" } };
 * const { ingresses } = readManifests([{ name: "web.json", documents: [{ value }] }], { namespace: "shop" });
 * assert.equal(ingresses[0]?.namespace, "shop");
 * ```
 */
export function readManifests(
  sources: readonly ManifestSource[],
  options: { readonly namespace: string },
): Manifests {
  const found: Found = { ingresses: new Map(), issues: [], otherCount: 0, namespace: options.namespace };
  for (const { name, documents } of sources) {
    if (isSettings(name)) continue;
    for (const document of documents) readDocument(document, name, found);
  }
  return { ingresses: [...found.ingresses.values()], otherCount: found.otherCount, issues: found.issues };
}

type Steps = readonly (string | number)[];

function lineOf({ lineOf: find }: DecodedDocument, path: Steps): number {
  return find?.(path) ?? 1;
}

interface Found {
  readonly ingresses: Map<string, IngressManifest>;
  readonly issues: ManifestIssue[];
  otherCount: number;
  readonly namespace: string;
}

function isSettings(name: string): boolean {
  return /(?:^|[\\/])(?:kustomization\.ya?ml|Chart\.ya?ml)$/.test(name);
}

function readDocument(document: DecodedDocument, file: string, found: Found): void {
  if (document.problem !== undefined) {
    found.issues.push({ file, line: lineOf(document, []), fieldPath: "", message: document.problem });
  } else if (document.value !== null && document.value !== undefined) {
    readValue(document.value, [], { document, file, found, inherited: {} });
  }
}

interface Scope {
  readonly document: DecodedDocument;
  readonly file: string;
  readonly found: Found;
  /** What the items of a typed list leave to the list. */
  readonly inherited: JsonObject;
}

function readValue(value: unknown, steps: Steps, scope: Scope): void {
  const { document, file, found } = scope;
  const report = (message: string): void => {
    found.issues.push({ file, line: lineOf(document, steps), fieldPath: "", message });
  };
  if (!isJsonObject(value)) {
    report("Expected a Kubernetes object");
    return;
  }
  const object = { ...scope.inherited, ...value };
  const kind = stringAt(object, "kind");
  if (kind === undefined) {
    report('This is not a Kubernetes object: it has no "kind"');
  } else if (kind.endsWith("List") && Array.isArray(object.items)) {
    const inherited = kind === "List" ? {} : { apiVersion: object.apiVersion, kind: kind.slice(0, -"List".length) };
    for (const [index, item] of object.items.entries()) {
      readValue(item, [...steps, "items", index], { ...scope, inherited });
    }
  } else if (kind === "Ingress" && isIngressVersion(object.apiVersion)) {
    readIngressManifest(object, steps, scope, report);
  } else if (kind === "Ingress" && object.apiVersion === undefined) {
    report('This Ingress has no "apiVersion"');
  } else {
    found.otherCount++;
  }
}

function readIngressManifest(
  object: JsonObject,
  steps: Steps,
  { document, file, found }: Scope,
  report: (message: string) => void,
): void {
  const metadata = isJsonObject(object.metadata) ? object.metadata : {};
  const name = stringAt(metadata, "name") ?? "";
  if (name === "") {
    report("This Ingress has no name");
    return;
  }
  const namespace = stringAt(metadata, "namespace") || found.namespace;
  const key = objectKey({ namespace, name });
  const place = { file, line: lineOf(document, steps) };
  const first = found.ingresses.get(key);
  if (first !== undefined) {
    report(`Ingress ${key} is duplicated: it is first in ${first.place.file} on line ${first.place.line}`);
    return;
  }
  found.ingresses.set(key, {
    namespace,
    name,
    // isIngressVersion() has narrowed it where this is called.
    apiVersion: object.apiVersion as IngressManifest["apiVersion"],
    object: { ...object, metadata: { ...metadata, namespace } },
    place,
    lineOf: (path) => lineOf(document, [...steps, ...path]),
  });
}
