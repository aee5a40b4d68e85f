import { jsonEscape } from "../json/json-escape.ts";

/** The site generators whose front matter a page can have. */
export type FrontMatter = "none" | "vitepress" | "starlight" | "docusaurus";

/** Every supported front matter. */
export const frontMatters: readonly FrontMatter[] = ["none", "vitepress", "starlight", "docusaurus"];

/** The facts of a page that a site generator needs. */
export interface FrontMatterFacts {
  readonly title: string;
  readonly description: string;
}

/**
 * Writes the YAML front matter of a page, followed by a blank line; nothing for `none`.
 *
 * Values are double-quoted JSON strings, which YAML reads in the same way, so no text can add a key.
 *
 * @see {@link https://vitepress.dev/reference/frontmatter-config}
 * @see {@link https://starlight.astro.build/reference/frontmatter/}
 * @see {@link https://docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-docs#markdown-front-matter}
 */
export function emitFrontMatter(kind: FrontMatter, { title, description }: FrontMatterFacts): string {
  if (kind === "none") return "";
  const lines = [
    `title: ${quote(title)}`,
    `description: ${quote(description)}`,
    // The page has its own heading of level one, and its own table of contents.
    ...(kind === "vitepress" ? ["outline: false"] : []),
    ...(kind === "starlight" ? ["tableOfContents: false"] : []),
    // Docusaurus reads .md as MDX unless told otherwise, and would run braces in it.
    ...(kind === "docusaurus" ? ["hide_table_of_contents: true", 'mdx: { format: "md" }'] : []),
  ];
  return `---\n${lines.join("\n")}\n---\n\n`;
}

function quote(text: string): string {
  return JSON.stringify(text.replace(/\s+/g, " ").trim()).replace(/[^\x20-\x7e]|[{}<>`]/g, jsonEscape);
}
