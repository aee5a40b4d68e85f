import { isJsonObject, type JsonObject, objectAt, objectsAt, stringAt } from "../json-value.ts";
import { type ApiClient, ApiError } from "./api-client.ts";

/** A whole list, read in pages. */
export interface ObjectList<T> {
  readonly items: readonly T[];
  /** False if the pages are not of a single point in time. */
  readonly isConsistent: boolean;
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
  let isRestarted = false;
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
      token = stringAt(objectAt(page, "metadata"), "continue") ?? "";
      if (token === "") return { items, isConsistent };
    } catch (error) {
      const isExpired = error instanceof ApiError && error.reason === 410 && token !== "";
      if (!isExpired) throw error;
      if (!isRestarted) {
        isRestarted = true;
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
