import { setImmediate as nextTurn } from "node:timers/promises";
import { isJsonObject, type JsonObject, objectAt, objectsAt, stringAt } from "../json-value.ts";
import type { ApiClient } from "./api-client.ts";
import { ApiError } from "./api-error.ts";

/** A whole list, read in pages. */
export interface ObjectList<T> {
  readonly items: readonly T[];
  /** False if the pages are not of a single point in time. */
  readonly isConsistent: boolean;
  /** Where a watch can go on from; `""` if the server does not say. */
  readonly resourceVersion?: string;
}

/** How to read a list. */
export interface ListOptions<T> {
  /** What to keep of each object; `undefined` drops it. */
  readonly read: (object: JsonObject) => T | undefined;
  readonly accept?: string;
  readonly fieldSelector?: string;
  /** Called after each page with the number of objects so far. */
  readonly onPage?: (count: number) => void;
}

/** Asks for names, labels and annotations alone; a server that cannot leave the rest out sends whole objects. */
export const metadataOnly = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json";

/** The page size of kubectl. */
const pageSize = 500;

/** A list that expires more often than this is not to be had. */
const expiryLimit = 5;

/**
 * Reads a list page by page, keeping only what `read` returns.
 *
 * If the pages expire on the way (410), the list is read again from its start; if they expire again, it goes on with
 * the token that the server offers, and the list counts as inconsistent.
 *
 * @see {@link https://kubernetes.io/docs/reference/using-api/api-concepts/#retrieving-large-results-sets-in-chunks}
 * @throws {ApiError} If a page cannot be read.
 */
export async function listObjects<T>(
  client: ApiClient,
  path: string,
  options: ListOptions<T>,
): Promise<ObjectList<T>> {
  let items: T[] = [];
  let token = "";
  let isConsistent = true;
  let expiredCount = 0;
  let pending = request(token);
  for (;;) {
    try {
      const page = await pending;
      if (!isJsonObject(page) || !("items" in page)) {
        throw new ApiError("answer", `the answer to ${path} is not a list`);
      }
      const metadata = objectAt(page, "metadata");
      const next = stringAt(metadata, "continue") ?? "";
      // A broken proxy that always gives the same page would be read for ever.
      if (next !== "" && next === token) throw new ApiError("answer", `the pages of ${path} go round in a circle`);
      if (next !== "") {
        // Asked for before this page is read, so that the server is at work meanwhile.
        pending = request(next);
        await nextTurn();
      }
      for (const object of objectsAt(page, "items")) {
        const item = options.read(object);
        if (item !== undefined) items.push(item);
      }
      options.onPage?.(items.length);
      if (next === "") {
        return { items, isConsistent, resourceVersion: stringAt(metadata, "resourceVersion") ?? "" };
      }
      token = next;
    } catch (error) {
      const isExpired = error instanceof ApiError && error.reason === 410 && token !== "";
      if (!isExpired || ++expiredCount > expiryLimit) throw error;
      if (expiredCount === 1) {
        items = [];
        token = "";
      } else if (error.continueToken !== "") {
        isConsistent = false;
        token = error.continueToken;
      } else {
        throw error;
      }
      pending = request(token);
    }
  }

  function request(from: string): Promise<JsonObject> {
    const answer = client.get(`${path}?${formatQuery(options.fieldSelector, from)}`, options.accept);
    // Whoever waits for it hears of it; nobody does if reading the page before it failed.
    answer.catch(() => undefined);
    return answer;
  }
}

function formatQuery(fieldSelector: string | undefined, token: string): string {
  const query = new URLSearchParams({ limit: String(pageSize) });
  if (fieldSelector !== undefined) query.set("fieldSelector", fieldSelector);
  if (token !== "") query.set("continue", token);
  return query.toString();
}
