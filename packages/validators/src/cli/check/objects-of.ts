import { isJsonObject, type JsonObject } from "../../json-object.ts";

/** One object of a document. */
export interface DocumentObject {
  readonly value: JsonObject;
  /** The steps to it: none, or `items` and its index. */
  readonly base: readonly (string | number)[];
}

/** What keeps a document from being read as objects. */
export interface ListProblem {
  readonly fieldPath: string;
  readonly message: string;
  readonly value: unknown;
}

/**
 * The objects of a document: itself, or the items of a `List` and of lists such as `ConfigMapList`, whose items may leave
 * out apiVersion and kind, as kubectl reads them.
 */
export function objectsOf(document: JsonObject): readonly DocumentObject[] | ListProblem {
  const { apiVersion, kind } = document;
  const [, itemKind] = typeof kind === "string" ? /^(.*)List$/s.exec(kind) ?? [] : [];
  if (itemKind === undefined || !Object.hasOwn(document, "items")) return [{ value: document, base: [] }];
  const items = document.items ?? [];
  if (!Array.isArray(items)) {
    return { fieldPath: "items", message: "Expected a list of objects", value: items };
  }
  const objects: DocumentObject[] = [];
  for (const [index, item] of items.entries()) {
    const fieldPath = `items[${index}]`;
    if (!isJsonObject(item)) return { fieldPath, message: "Expected an object", value: item };
    if (isList(item)) {
      return { fieldPath, message: `A ${item.kind} in a ${kind}: kubectl does not read it`, value: item.kind };
    }
    const value = itemKind === "" ? item : { apiVersion, kind: itemKind, ...item };
    objects.push({ value, base: ["items", index] });
  }
  return objects;
}

function isList({ kind, items }: JsonObject): boolean {
  return kind === "List" || (typeof kind === "string" && kind.endsWith("List") && Array.isArray(items));
}
