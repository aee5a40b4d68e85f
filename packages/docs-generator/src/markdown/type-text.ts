import type { BaseType, PageType } from "../page/page.ts";
import { codeSpan, escapeMarkdown, markdownLink } from "./escape-markdown.ts";

/**
 * Finds the page of a definition, relative to the page that is written; undefined where it has none, or is this one.
 */
export type DefinitionHref = (definition: string) => string | undefined;

/** Writes a type as Markdown: named types link to their own page, or to their place on this one. */
export function typeMarkdown(type: PageType, hrefOf: DefinitionHref = () => undefined): string {
  switch (type.type) {
    case "list":
      return `list of ${typeMarkdown(type.items, hrefOf)}`;
    case "map":
      return `map of ${typeMarkdown(type.values, hrefOf)}`;
    case "named": {
      const name = type.target === undefined
        ? codeSpan(type.name)
        : markdownLink(escapeMarkdown(type.name), hrefOf(type.definition) ?? `#${type.target}`);
      return type.base.type === "object" ? name : `${name} (${baseMarkdown({ type: type.base.type })})`;
    }
    default:
      return baseMarkdown(type);
  }
}

/** Writes a type as plain text, for a comment. */
export function typeText(type: PageType): string {
  switch (type.type) {
    case "list":
      return `list of ${typeText(type.items)}`;
    case "map":
      return `map of ${typeText(type.values)}`;
    case "named":
      return type.name;
    default:
      return baseText(type);
  }
}

/** Writes the JSON type of a value. */
export function baseMarkdown(base: BaseType): string {
  switch (base.type) {
    case "any":
      return "any value";
    case "int-or-string":
      return "`integer` or `string`";
    case "object":
    case "list":
    case "map":
      return `\`${base.type}\``;
    default:
      return base.format === undefined ? `\`${base.type}\`` : `\`${base.type}\` (${escapeMarkdown(base.format)})`;
  }
}

function baseText(base: BaseType): string {
  return base.type === "any" ? "any value" : base.type === "int-or-string" ? "integer or string" : base.type;
}
