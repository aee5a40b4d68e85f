import { isJsonObject, type JsonObject } from "../json-object.ts";
import type { Kind } from "../schema-model.ts";

/** What the endpoints of a kind say about it. */
export type Resource = Pick<Kind, "plural" | "isNamespaced">;

// A resource's own endpoint: neither a subresource nor below the deprecated /watch/ prefix.
const endpointPattern = /^\/(?:api\/[^/]+|apis\/[^/]+\/[^/]+)\/(namespaces\/\{namespace\}\/)?([^/{}]+)(?:\/\{name\})?$/;

/**
 * Reads plural and scope of each kind from the document's `paths`.
 *
 * @returns The resources by `group/version/kind`.
 */
export function readResources(paths: JsonObject): ReadonlyMap<string, Resource> {
  const resources = new Map<string, Resource>();
  for (const [path, item] of Object.entries(paths)) {
    const match = endpointPattern.exec(path);
    if (!match?.[2] || !isJsonObject(item)) continue;
    for (const operation of Object.values(item)) {
      const gvk = isJsonObject(operation) ? operation["x-kubernetes-group-version-kind"] : undefined;
      if (!isJsonObject(gvk)) continue;
      const key = `${gvk.group}/${gvk.version}/${gvk.kind}`;
      // The list over all namespaces has no {namespace} in its path, so a namespaced endpoint wins.
      const isNamespaced = match[1] !== undefined || resources.get(key)?.isNamespaced === true;
      resources.set(key, { plural: match[2], isNamespaced });
    }
  }
  return resources;
}
