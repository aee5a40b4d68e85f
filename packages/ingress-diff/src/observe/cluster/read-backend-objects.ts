import type { IngressObject, ObjectReference, ReferencedObject } from "../cluster-view.ts";
import { optional } from "../json-value.ts";
import { objectKey } from "../object-key.ts";
import { readMetadata } from "../read-metadata.ts";
import { backendObjectsOf } from "../referenced-objects.ts";
import { ApiError } from "./api-error.ts";
import { findResource, type Resource } from "./find-resource.ts";
import { listObjects, metadataOnly } from "./list-objects.ts";
import type { ListScope } from "./read-list.ts";

/** Each kind costs two requests and its pages, so only so many are looked for. */
const kindLimit = 5;

/**
 * Looks for the objects, other than Services, that backends name: one list of names for each kind. Most clusters have no
 * such backend, and then nothing is asked.
 */
export async function readBackendObjects(
  scope: ListScope,
  ingresses: readonly IngressObject[],
): Promise<readonly ReferencedObject[]> {
  const byKind = Map.groupBy(backendObjectsOf(ingresses), ({ apiGroup, kind }) => `${apiGroup}/${kind}`);
  const found = await Promise.all(
    [...byKind.values()].map((refs, index) =>
      index < kindLimit ? lookFor(scope, refs) : refs.map((ref) => ({
        ref,
        state: "unavailable" as const,
        message: `only ${kindLimit} kinds of backends are looked for`,
      }))
    ),
  );
  return found.flat();
}

/** The references are to objects of one kind. */
async function lookFor(
  { client, namespace }: ListScope,
  refs: readonly ObjectReference[],
): Promise<readonly ReferencedObject[]> {
  const [first] = refs;
  if (first === undefined) return [];
  let resource: Resource | undefined;
  try {
    resource = await findResource(client, first.apiGroup, first.kind);
    if (resource === undefined) return refs.map((ref) => ({ ref, state: "kind-missing" }));
    const { root, name, isNamespaced } = resource;
    const keyOf = (object: { readonly namespace: string; readonly name: string }): string =>
      isNamespaced ? objectKey(object) : object.name;
    const within = isNamespaced && namespace !== undefined ? `/namespaces/${encodeURIComponent(namespace)}` : "";
    const wanted = new Set(refs.map(keyOf));
    const { items } = await listObjects(client, `${root}${within}/${name}`, {
      accept: metadataOnly,
      read: (object) => {
        const key = keyOf(readMetadata(object, ""));
        return wanted.has(key) ? key : undefined;
      },
    });
    const existing = new Set(items);
    return refs.map((ref) => ({ ref, state: existing.has(keyOf(ref)) ? "exists" : "missing" }));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const state = error.reason === 403 ? "forbidden" : "unavailable";
    return refs.map((ref) => ({ ref, state, message: error.message, ...optional("resource", resource?.name) }));
  }
}
