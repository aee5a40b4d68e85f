import { type ManifestDocument, readManifest } from "@kubeschema/manifest-reader";
import { isJsonObject, type JsonObject, objectAt, stringAt } from "../observe/json-value.ts";
import type { Origin } from "../report/report-options.ts";
import type { ObjectRef } from "../routes/route.ts";
import type { SourceText } from "./read-texts.ts";

/**
 * Finds the lines at which objects begin in YAML or JSON, those in a List too. Of two objects with one name the later one
 * counts, as it does when a snapshot is read. The version of an API makes no difference.
 */
export function locateObjects(texts: readonly SourceText[]): (object: ObjectRef) => Origin | undefined {
  const origins = new Map<string, Origin>();
  for (const { name: file, text } of texts) {
    for (const document of readManifest(text)) {
      locate(document.value, [], { apiVersion: "", kind: "" }, { document, file, origins });
    }
  }
  return (object) => origins.get(keyOf(object)) ?? origins.get(keyOf({ ...object, namespace: "" }));
}

interface Scope {
  readonly document: ManifestDocument;
  readonly file: string;
  readonly origins: Map<string, Origin>;
}

function locate(
  object: unknown,
  steps: readonly (string | number)[],
  inherited: { readonly apiVersion: string; readonly kind: string },
  scope: Scope,
): void {
  if (!isJsonObject(object)) return;
  const apiVersion = stringAt(object, "apiVersion") || inherited.apiVersion;
  const kind = stringAt(object, "kind") || inherited.kind;
  if (kind.endsWith("List") && Array.isArray(object.items)) {
    const common = kind === "List" ? { apiVersion: "", kind: "" } : { apiVersion, kind: kind.slice(0, -4) };
    for (const [index, item] of object.items.entries()) locate(item, [...steps, "items", index], common, scope);
    return;
  }
  const { line } = scope.document.find(steps, "", "value");
  scope.origins.set(keyOf({ apiVersion, kind, ...nameOf(object) }), { file: scope.file, line });
}

function nameOf(object: JsonObject): { readonly namespace: string; readonly name: string } {
  const metadata = objectAt(object, "metadata");
  return { namespace: stringAt(metadata, "namespace") ?? "", name: stringAt(metadata, "name") ?? "" };
}

/** Both groups that Ingresses have been in are one. */
function keyOf({ apiVersion, kind, namespace, name }: ObjectRef): string {
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  return JSON.stringify([group.replace("extensions", "networking.k8s.io"), kind, namespace, name]);
}
