import { objectAt, objectsAt, stringAt } from "../json-value.ts";
import type { ApiClient } from "./api-client.ts";
import { ApiError } from "./api-error.ts";

/** Where the objects of a kind are read. */
export interface Resource {
  /** Such as `/apis/elbv2.k8s.aws/v1beta1`. */
  readonly root: string;
  /** Such as `ingressclassparams`. */
  readonly name: string;
  readonly isNamespaced: boolean;
}

/**
 * Finds the resource of a kind in the version that the server prefers, with at most two requests; `undefined` if it has
 * no such kind: then its CustomResourceDefinition is not installed.
 *
 * @throws {ApiError} If the server does not say.
 */
export async function findResource(client: ApiClient, apiGroup: string, kind: string): Promise<Resource | undefined> {
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
