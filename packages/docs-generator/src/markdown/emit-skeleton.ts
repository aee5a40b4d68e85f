import { yamlKey, yamlText } from "../example/emit-yaml.ts";
import type { BaseType, Page, PageField, PageType } from "../page/page.ts";
import { typeText } from "./type-text.ts";

/**
 * Writes the shape of a manifest as YAML: the fields of the first two levels and the required ones below them, each
 * each with an empty value of its type and a comment. `status` is left out, since the cluster writes it.
 */
export function emitSkeleton(page: Page): string {
  const lines = [`apiVersion: ${yamlText(page.apiVersion)}`, `kind: ${yamlText(page.gvk.kind)}`];
  if (page.fields.some(isObjectMeta)) lines.push("metadata:", '  name: "" # string');
  for (const field of page.fields) {
    const isWritten = ["apiVersion", "kind"].includes(field.name) || isObjectMeta(field);
    if (!isWritten && !field.isRemoved && field.name !== "status") lines.push(...emitField(field, 1));
  }
  return lines.join("\n");
}

function emitField(field: PageField, depth: number): readonly string[] {
  const key = yamlKey(field.name);
  const comment = commentOf(`${typeText(field.type)}${field.isRequired ? ", required" : ""}`);
  const children = field.isRequired || depth === 1 ? shownChildren(field, depth) : [];
  if (children.length === 0) return [`${key}: ${emptyValue(field.type)} ${comment}`];
  const body = children.flatMap((child) => emitField(child, depth + 1));
  // Only a list's items and an object's fields can be shown without inventing a name.
  const indented = isList(field.type)
    ? body.map((line, index) => `${index === 0 ? "  - " : "    "}${line}`)
    : body.map((line) => `  ${line}`);
  return [`${key}: ${comment}`, ...indented];
}

function shownChildren(field: PageField, depth: number): readonly PageField[] {
  const isPlain = !isMap(field.type) && !(field.type.type === "list" && baseOf(field.type.items) !== "object");
  if (!isPlain) return [];
  return depth === 1 && !isList(field.type)
    ? field.fields.filter(({ isRemoved }) => !isRemoved)
    : field.fields.filter(({ isRemoved, isRequired }) => isRequired && !isRemoved);
}

function isObjectMeta(field: PageField): boolean {
  return field.name === "metadata" && field.type.type === "named" && field.type.name === "ObjectMeta";
}

function isList(type: PageType): boolean {
  return baseOf(type) === "list";
}

function isMap(type: PageType): boolean {
  return baseOf(type) === "map";
}

function baseOf(type: PageType): PageType["type"] | BaseType["type"] {
  return type.type === "named" ? type.base.type : type.type;
}

function emptyValue(type: PageType): string {
  switch (baseOf(type)) {
    case "string":
      return '""';
    case "integer":
    case "number":
    case "int-or-string":
      return "0";
    case "boolean":
      return "false";
    case "list":
      return "[]";
    default:
      return "{}";
  }
}

function commentOf(text: string): string {
  return `# ${text.replace(/[^\w .,/$-]/g, "?")}`;
}
