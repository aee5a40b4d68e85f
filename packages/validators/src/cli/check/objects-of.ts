import { describeValue } from "../../values/format-value.ts";
import { isJsonObject, type JsonObject } from "../../values/json-object.ts";

/** One object of a document. */
export interface DocumentObject {
  readonly value: JsonObject;
  /** The steps to it: none, or `items` and its index. */
  readonly base: readonly (string | number)[];
}

/** The reason why a document cannot be read as objects. */
export interface ListProblem {
  readonly fieldPath: string;
  readonly message: string;
}

/**
 * The objects of a document: itself, or the items of a `List` and of lists such as `ConfigMapList`, whose items may
 * leave out apiVersion and kind, as kubectl reads them.
 */
export function objectsOf(document: JsonObject): readonly DocumentObject[] | ListProblem {
  const { apiVersion, kind } = document;
  const [, itemKind] = typeof kind === "string" ? /^(.*)List$/s.exec(kind) ?? [] : [];
  if (itemKind === undefined || !Object.hasOwn(document, "items")) return [{ value: document, base: [] }];
  const items = document.items ?? [];
  if (!Array.isArray(items)) {
    return { fieldPath: "items", message: `must be a list of objects, found ${nameOf(items)}` };
  }
  const objects: DocumentObject[] = [];
  for (const [index, item] of items.entries()) {
    const fieldPath = `items[${index}]`;
    if (!isJsonObject(item)) return { fieldPath, message: `must be an object, found ${nameOf(item)}` };
    if (isList(item)) {
      return { fieldPath, message: `is a ${item.kind} in a ${kind}, which kubectl does not read` };
    }
    const value = itemKind === "" ? item : { apiVersion, kind: itemKind, ...item };
    objects.push({ value, base: ["items", index] });
  }
  return objects;
}

/** The type only: what is not an object may be a part of a Secret. */
function nameOf(value: unknown): string {
  return typeof value === "object" ? describeValue(value) : `a ${typeof value}`;
}

function isList({ kind, items }: JsonObject): boolean {
  return kind === "List" || (typeof kind === "string" && kind.endsWith("List") && Array.isArray(items));
}
