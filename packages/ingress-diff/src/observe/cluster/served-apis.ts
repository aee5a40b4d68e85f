import type { ListName } from "../cluster-view.ts";
import { type JsonObject, objectAt, objectsAt, stringAt } from "../json-value.ts";
import type { ApiClient } from "./api-client.ts";
import { ApiError } from "./api-error.ts";

/** Tells whether a server may serve a resource in a group and version; true if the server does not say. */
export type MayServe = (groupVersion: string, resource: ListName) => boolean;

/** Group and version of each list that ingress-diff can read, the newest first. */
export const groupVersions: Readonly<Record<ListName, readonly string[]>> = {
  ingresses: ["networking.k8s.io/v1", "networking.k8s.io/v1beta1", "extensions/v1beta1"],
  ingressclasses: ["networking.k8s.io/v1", "networking.k8s.io/v1beta1"],
  services: ["v1"],
  endpointslices: ["discovery.k8s.io/v1", "discovery.k8s.io/v1beta1"],
  secrets: ["v1"],
  events: ["v1"],
};

/** Since 1.26 one answer lists all resources; older servers ignore the parameters and answer with their groups. */
const accept = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList," +
  "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

/**
 * Asks a server for its API groups.
 *
 * A caller may be refused this and still be allowed to list: then every version is worth a try.
 *
 * @throws {ApiError} If the server does not answer, or answers 401.
 */
export async function readServedApis(client: ApiClient): Promise<MayServe> {
  let answer: JsonObject;
  try {
    answer = await client.get("/apis", accept);
  } catch (error) {
    if (error instanceof ApiError && typeof error.reason === "number" && error.reason !== 401) return () => true;
    throw error;
  }
  const served = answer.kind === "APIGroupDiscoveryList" ? resourcesOf(answer) : versionsOf(answer);
  return (groupVersion, resource) =>
    !groupVersion.includes("/") || served.has(groupVersion) || served.has(`${groupVersion} ${resource}`);
}

function resourcesOf(answer: JsonObject): ReadonlySet<string> {
  const served = new Set<string>();
  for (const group of objectsAt(answer, "items")) {
    const name = stringAt(objectAt(group, "metadata"), "name") ?? "";
    for (const version of objectsAt(group, "versions")) {
      for (const resource of objectsAt(version, "resources")) {
        served.add(`${name}/${String(version.version)} ${String(resource.resource)}`);
      }
    }
  }
  return served;
}

function versionsOf(answer: JsonObject): ReadonlySet<string> {
  const versions = objectsAt(answer, "groups").flatMap((group) => objectsAt(group, "versions"));
  return new Set(versions.map((version) => String(version.groupVersion)));
}
