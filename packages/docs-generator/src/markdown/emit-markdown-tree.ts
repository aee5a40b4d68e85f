import type { Page } from "../page/page.ts";
import { firstSentence } from "../prose/first-sentence.ts";
import { groupKinds } from "../site/group-kinds.ts";
import type { KindEntry, SitePlan } from "../site/plan-site.ts";
import type { SiteFile } from "../site/emit-site.ts";
import { emitMarkdownPage } from "./emit-markdown-page.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { emitProseLine } from "./emit-prose.ts";
import { emitFrontMatter, type FrontMatter } from "./front-matter.ts";

/** How a tree of Markdown pages is written. */
export interface MarkdownTreeOptions {
  readonly title?: string | undefined;
  readonly frontMatter?: FrontMatter;
  /** The module of `@kubeschema/types` that exports a kind's interface; undefined where there is none. */
  readonly typesModuleOf?: (page: Page) => string | undefined;
}

/**
 * Writes one Markdown file per kind, and an index of them as `index.md`.
 *
 * @param plan From `planSite()`; its pages for kinds are used.
 */
export function* emitMarkdownTree(plan: SitePlan, options: MarkdownTreeOptions = {}): Iterable<SiteFile> {
  const { frontMatter = "none", typesModuleOf, title = `Kubernetes ${plan.newest.kubernetesVersion} reference` } =
    options;
  const description = `${plan.kinds.length} kinds`;
  yield { path: "index.md", text: emitFrontMatter(frontMatter, { title, description }) + indexText(plan, title) };
  for (const { path, page } of plan.kinds) {
    const typesModule = typesModuleOf?.(page);
    const head = emitFrontMatter(frontMatter, {
      title: `${page.gvk.kind} ${page.apiVersion}`,
      description: firstSentence((page.description ?? "").slice(0, 1000)),
    });
    const text = emitMarkdownPage(page, typesModule === undefined ? {} : { typesModule });
    yield { path: path.replace(/\.html$/, ".md"), text: head + text };
  }
}

function indexText(plan: SitePlan, title: string): string {
  const groups = groupKinds(plan.kinds).flatMap(({ name, versions }) => [
    `## ${escapeMarkdown(name)}`,
    ...versions.flatMap(({ version, kinds }) => [`### ${escapeMarkdown(version)}`, kinds.map(item).join("\n")]),
  ]);
  return `${[`# ${escapeMarkdown(title)}`, ...groups].join("\n\n")}\n`;
}

function item({ path, page }: KindEntry): string {
  const text = firstSentence(page.description ?? "");
  // The path was made from letters, digits, dots, dashes and slashes only.
  return `- [${escapeMarkdown(page.gvk.kind)}](${path.replace(/\.html$/, ".md")})${
    text === "" ? "" : `: ${emitProseLine(text)}`
  }`;
}
