import type { ListName, ListState } from "../cluster-view.ts";
import type { ApiClient } from "./api-client.ts";
import { ApiError } from "./api-error.ts";
import { listObjects, type ListOptions, type ObjectList } from "./list-objects.ts";
import { groupVersions, type MayServe } from "./served-apis.ts";

/** A list, or the reason why it is not available. */
export interface ReadList<T> extends ObjectList<T> {
  readonly state: ListState;
  /** Where it was read; absent if it is not available, or was combined from several. */
  readonly path?: string;
  /** What stopped it, for a caller who cannot go on without the list. */
  readonly error?: ApiError;
}

/** Where lists are read. */
export interface ListScope {
  readonly client: ApiClient;
  readonly mayServe: MayServe;
  /** The one namespace to read; absent for all. */
  readonly namespace?: string;
}

/**
 * Reads one kind of object in the newest version that the server has. A list that is not available is a value, so that
 * the rules that need it can say so.
 */
export async function readList<T>(scope: ListScope, list: ListName, options: ListOptions<T>): Promise<ReadList<T>> {
  const versions = groupVersions[list].filter((groupVersion) => scope.mayServe(groupVersion, list));
  let error = new ApiError(404, "the server does not have this API");
  for (const groupVersion of versions) {
    try {
      const path = listPath(scope, groupVersion, list);
      return { ...await listObjects(scope.client, path, options), state: { state: "observed" }, path };
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause;
      error = cause;
      if (cause.reason !== 404) break;
    }
  }
  return { items: [], isConsistent: true, state: stateOf(error), error };
}

function listPath({ namespace }: ListScope, groupVersion: string, list: ListName): string {
  const root = groupVersion.includes("/") ? `/apis/${groupVersion}` : `/api/${groupVersion}`;
  const isClusterWide = namespace === undefined || list === "ingressclasses";
  return isClusterWide ? `${root}/${list}` : `${root}/namespaces/${encodeURIComponent(namespace)}/${list}`;
}

function stateOf(error: ApiError): ListState {
  return error.reason === 403
    ? { state: "forbidden", message: error.message }
    : { state: "unavailable", message: error.message };
}
