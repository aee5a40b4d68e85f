import type { IngressClassObject, ObjectReference, ReferencedObject } from "../cluster-view.ts";
import { parametersOfClasses } from "../referenced-objects.ts";
import type { ApiClient } from "./api-client.ts";
import { ApiError } from "./api-error.ts";
import { findResource, type Resource } from "./find-resource.ts";

/** Each object costs up to three requests, so only so many are looked for. */
const objectLimit = 10;

/**
 * Looks for the objects that IngressClasses name in `.spec.parameters`, with one GET for each, and two for the version
 * and resource of its kind. Most clusters have none, and then nothing is asked.
 *
 * A group or kind that the server does not know is `kind-missing`: its CustomResourceDefinition is not installed.
 */
export function readClassParameters(
  client: ApiClient,
  classes: readonly IngressClassObject[],
): Promise<readonly ReferencedObject[]> {
  const refs = parametersOfClasses(classes);
  const resources = new Map<string, Promise<Resource | undefined>>();
  const resourceOf = ({ apiGroup, kind }: ObjectReference): Promise<Resource | undefined> => {
    const key = `${apiGroup}/${kind}`;
    const found = resources.get(key) ?? findResource(client, apiGroup, kind);
    resources.set(key, found);
    return found;
  };
  return Promise.all(
    refs.map((ref, index) =>
      index < objectLimit
        ? lookFor(client, ref, resourceOf)
        : { ref, state: "unavailable" as const, message: `only ${objectLimit} parameters of classes are looked for` }
    ),
  );
}

async function lookFor(
  client: ApiClient,
  ref: ObjectReference,
  resourceOf: (ref: ObjectReference) => Promise<Resource | undefined>,
): Promise<ReferencedObject> {
  let resource: Resource | undefined;
  try {
    resource = await resourceOf(ref);
    if (resource === undefined) return { ref, state: "kind-missing" };
    if (resource.isNamespaced && ref.namespace === "") {
      // Up to 1.20 there was no field for it, and some controllers look in their own namespace.
      return { ref, state: "unavailable", message: `a ${ref.kind} has a namespace, and none is named` };
    }
    const namespace = resource.isNamespaced ? `/namespaces/${encodeURIComponent(ref.namespace)}` : "";
    await client.get(`${resource.root}${namespace}/${resource.name}/${encodeURIComponent(ref.name)}`);
    return { ref, state: "exists" };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.reason === 404) return { ref, state: "missing" };
    const state = error.reason === 403 ? "forbidden" : "unavailable";
    return { ref, state, message: error.message, ...(resource === undefined ? {} : { resource: resource.name }) };
  }
}
