import { isMap, isSeq, LineCounter, parseAllDocuments, type YAMLMap } from "yaml";
import type { SnapshotText } from "../observe/parse-snapshot.ts";
import type { Origin } from "../report/report-options.ts";
import type { ObjectRef } from "../routes/route.ts";

/**
 * Finds the lines at which objects begin in YAML or JSON, those in a List too. Of two objects with one name the later one
 * counts, as it does when a snapshot is read. The version of an API makes no difference.
 */
export function locateObjects(texts: readonly SnapshotText[]): (object: ObjectRef) => Origin | undefined {
  const origins = new Map<string, Origin>();
  for (const { name: file, text } of texts) {
    const lineCounter = new LineCounter();
    const documents = parseAllDocuments(text, { lineCounter, logLevel: "silent", prettyErrors: false });
    for (const document of Array.isArray(documents) ? documents : []) {
      if (isMap(document.contents)) locate(document.contents, { apiVersion: "", kind: "" });
    }

    function locate(object: YAMLMap, inherited: { readonly apiVersion: string; readonly kind: string }): void {
      const apiVersion = textAt(object, ["apiVersion"]) || inherited.apiVersion;
      const kind = textAt(object, ["kind"]) || inherited.kind;
      const items = object.get("items");
      if (kind.endsWith("List") && isSeq(items)) {
        const common = kind === "List" ? { apiVersion: "", kind: "" } : { apiVersion, kind: kind.slice(0, -4) };
        for (const item of items.items) if (isMap(item)) locate(item, common);
        return;
      }
      const namespace = textAt(object, ["metadata", "namespace"]);
      const line = lineCounter.linePos(object.range?.[0] ?? 0).line;
      origins.set(keyOf({ apiVersion, kind, namespace, name: textAt(object, ["metadata", "name"]) }), { file, line });
    }
  }
  return (object) => origins.get(keyOf(object)) ?? origins.get(keyOf({ ...object, namespace: "" }));
}

function textAt(object: YAMLMap, path: readonly string[]): string {
  const value = object.getIn(path);
  return typeof value === "string" ? value : "";
}

/** Both groups that Ingresses have been in are one. */
function keyOf({ apiVersion, kind, namespace, name }: ObjectRef): string {
  const group = apiVersion.includes("/") ? apiVersion.slice(0, apiVersion.indexOf("/")) : "";
  return JSON.stringify([group.replace("extensions", "networking.k8s.io"), kind, namespace, name]);
}
