import type { BaseType, PageType } from "../page/page.ts";
import { textHtml } from "./text-html.ts";
import type { PageContext } from "./page-context.ts";

/** Writes a type: named types link to their page, or to the place on this page that describes them. */
export function typeHtml(type: PageType, context: PageContext): string {
  switch (type.type) {
    case "list":
      return `list of ${typeHtml(type.items, context)}`;
    case "map":
      return `map of ${typeHtml(type.values, context)}`;
    case "named": {
      const href = type.target === undefined
        ? undefined
        : context.hrefOf(type.definition) ?? `#${textHtml(type.target)}`;
      const name = textHtml(type.name);
      const text = href === undefined ? name : `<a href="${href}">${name}</a>`;
      return type.base.type === "object" ? text : `${text} (${baseHtml({ type: type.base.type })})`;
    }
    default:
      return baseHtml(type);
  }
}

function baseHtml(base: BaseType): string {
  switch (base.type) {
    case "any":
      return "any value";
    case "int-or-string":
      return "integer or string";
    case "object":
    case "list":
    case "map":
    case "boolean":
      return base.type;
    default:
      return base.format === undefined ? base.type : `${base.type} (${textHtml(base.format)})`;
  }
}
