import type { ClassParameters, IngressClassObject, ParametersRef } from "../cluster-view.ts";
import { distinctParameters } from "../find-class-parameters.ts";
import { objectAt, objectsAt, stringAt } from "../json-value.ts";
import type { ApiClient } from "./api-client.ts";
import { ApiError } from "./api-error.ts";

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
): Promise<readonly ClassParameters[]> {
  const refs = distinctParameters(classes);
  const resources = new Map<string, Promise<Resource | undefined>>();
  const resourceOf = ({ apiGroup, kind }: ParametersRef): Promise<Resource | undefined> => {
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

interface Resource {
  /** Such as `/apis/elbv2.k8s.aws/v1beta1`. */
  readonly root: string;
  readonly name: string;
  readonly isNamespaced: boolean;
}

async function lookFor(
  client: ApiClient,
  ref: ParametersRef,
  resourceOf: (ref: ParametersRef) => Promise<Resource | undefined>,
): Promise<ClassParameters> {
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

/** Finds the resource of a kind in the version that the server prefers; `undefined` if it has no such kind. */
async function findResource(client: ApiClient, apiGroup: string, kind: string): Promise<Resource | undefined> {
  let root = "/api/v1";
  if (apiGroup !== "") {
    try {
      const group = await client.get(`/apis/${encodeURIComponent(apiGroup)}`);
      root = `/apis/${String(objectAt(group, "preferredVersion").groupVersion)}`;
    } catch (error) {
      if (error instanceof ApiError && error.reason === 404) return undefined;
      throw error;
    }
  }
  const resources = objectsAt(await client.get(root), "resources");
  const found = resources.find((resource) => resource.kind === kind && !String(resource.name).includes("/"));
  return found && { root, name: stringAt(found, "name") ?? "", isNamespaced: found.namespaced === true };
}
