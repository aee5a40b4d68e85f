import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** A page as rendered to HTML by a renderer that lets everything through. */
export interface RenderedPage {
  readonly html: string;
  /** Each tag with its attributes, unchanged. */
  readonly tags: readonly string[];
  /** The text that a reader sees. */
  readonly text: string;
  readonly ids: readonly string[];
  readonly hrefs: readonly string[];
}

/** Renders GitHub-flavoured Markdown with nothing filtered, so that whatever gets through is noticed. */
export function renderMarkdown(markdown: string): RenderedPage {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return {
    html,
    tags: html.match(tagPattern) ?? [],
    text: decode(html.replace(tagPattern, "")),
    ids: attributes(html, "id"),
    hrefs: attributes(html, "(?:href|src)"),
  };
}

const tagPattern = /<[a-zA-Z/!][^>]*>/g;

function attributes(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<[^>]* ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => decode(value));
}

function decode(html: string): string {
  return html.replace(/&(lt|gt|quot|amp);/g, (_, name: keyof typeof entities) => entities[name]);
}

const entities = { lt: "<", gt: ">", quot: '"', amp: "&" };
