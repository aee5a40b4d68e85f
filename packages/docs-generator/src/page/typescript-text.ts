import { jsonEscape } from "../json/json-escape.ts";
import type { BaseType, Page, PageType } from "./page.ts";

/** Writes the interface of a kind as TypeScript, without its texts; named types have their short names. */
export function typescriptText(page: Page): string {
  const literals: Readonly<Record<string, string>> = { apiVersion: page.apiVersion, kind: page.gvk.kind };
  const fields = page.fields.filter(({ isRemoved }) => !isRemoved).map(({ name, isRequired, type, values }) => {
    const literal = Object.hasOwn(literals, name) ? literals[name] : undefined;
    const written = literal === undefined
      ? typeOf(type, values?.source === "schema" ? values.value : [])
      : quote(literal);
    return `  ${propertyName(name)}${isRequired || literal !== undefined ? "" : "?"}: ${written};`;
  });
  return [`interface ${page.gvk.kind.replace(/\W/g, "_")} {`, ...fields, "}"].join("\n");
}

function typeOf(type: PageType, values: readonly unknown[] = []): string {
  switch (type.type) {
    case "list": {
      const items = typeOf(type.items, values);
      return /[ |]/.test(items) && !items.startsWith("{") ? `(${items})[]` : `${items}[]`;
    }
    case "map":
      return `{ [key: string]: ${typeOf(type.values)} }`;
    case "named":
      return type.name.replace(/\W/g, "_");
    default:
      return values.length === 0
        ? baseOf(type)
        : [...values.map((value) => JSON.stringify(value)), "(string & {})"].join(" | ");
  }
}

function baseOf(base: BaseType): string {
  switch (base.type) {
    case "integer":
    case "number":
      return "number";
    case "int-or-string":
      return "number | string";
    case "any":
      return "unknown";
    case "object":
      return "{ [key: string]: unknown }";
    case "list":
      return "unknown[]";
    case "map":
      return "{ [key: string]: unknown }";
    default:
      return base.type;
  }
}

function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

function quote(text: string): string {
  return JSON.stringify(text).replace(/[^\x20-\x7e]/g, jsonEscape);
}
