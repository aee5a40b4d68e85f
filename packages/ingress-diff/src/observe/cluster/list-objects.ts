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

/** What kubectl asks for at a time. */
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
  for (;;) {
    try {
      const page = await client.get(`${path}?${formatQuery(options.fieldSelector, token)}`, options.accept);
      if (!isJsonObject(page) || !("items" in page)) {
        throw new ApiError("answer", `the answer to ${path} is not a list`);
      }
      for (const object of objectsAt(page, "items")) {
        const item = options.read(object);
        if (item !== undefined) items.push(item);
      }
      options.onPage?.(items.length);
      const next = stringAt(objectAt(page, "metadata"), "continue") ?? "";
      if (next === "") {
        return { items, isConsistent, resourceVersion: stringAt(objectAt(page, "metadata"), "resourceVersion") ?? "" };
      }
      // A broken proxy that always gives the same page would be read for ever.
      if (next === token) throw new ApiError("answer", `the pages of ${path} go round in a circle`);
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
    }
  }
}

function formatQuery(fieldSelector: string | undefined, token: string): string {
  const query = new URLSearchParams({ limit: String(pageSize) });
  if (fieldSelector !== undefined) query.set("fieldSelector", fieldSelector);
  if (token !== "") query.set("continue", token);
  return query.toString();
}
