import type { Page } from "../page/page.ts";
import { firstSentence } from "../prose/first-sentence.ts";
import { groupKinds } from "../site/group-kinds.ts";
import type { KindEntry, SitePlan } from "../site/plan-site.ts";
import type { SiteFile } from "../site/emit-site.ts";
import { emitMarkdownPage } from "./emit-markdown-page.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import { emitMarkdownTypePage } from "./emit-markdown-type-page.ts";
import { emitProseLine } from "./emit-prose.ts";
import { emitFrontMatter, type FrontMatter } from "./front-matter.ts";
import type { DefinitionHref } from "./type-text.ts";
import { rootFrom } from "../site/site-paths.ts";

/** Options of a tree of Markdown pages. */
export interface MarkdownTreeOptions {
  readonly title?: string | undefined;
  readonly frontMatter?: FrontMatter;
  /** The module of `@kubeschema/types` that exports a kind's interface; undefined where there is none. */
  readonly typesModuleOf?: (page: Page) => string | undefined;
}

/**
 * Writes one Markdown file per kind and per shared type, and an index of them as `index.md`. Types link to their pages.
 *
 * @param plan From `planSite()`.
 */
export function* emitMarkdownTree(plan: SitePlan, options: MarkdownTreeOptions = {}): Iterable<SiteFile> {
  const { frontMatter = "none", typesModuleOf, title = `Kubernetes ${plan.newest.kubernetesVersion} reference` } =
    options;
  const description = `${plan.kinds.length} kinds`;
  const paths = new Map([...plan.kinds, ...plan.types].map(({ path, page }) => [page.definition, path]));
  const hrefFrom = (from: string): DefinitionHref => (definition) => {
    const path = paths.get(definition);
    return path === undefined || path === from ? undefined : rootFrom(from) + toMarkdownPath(path);
  };
  yield { path: "index.md", text: emitFrontMatter(frontMatter, { title, description }) + indexText(plan, title) };
  for (const { path, page } of plan.kinds) {
    const typesModule = typesModuleOf?.(page);
    const head = emitFrontMatter(frontMatter, {
      title: `${page.gvk.kind} ${page.apiVersion}`,
      description: firstSentence((page.description ?? "").slice(0, 1000)),
    });
    const text = emitMarkdownPage(page, {
      hrefOf: hrefFrom(path),
      ...(typesModule === undefined ? {} : { typesModule }),
    });
    yield { path: toMarkdownPath(path), text: head + text };
  }
  for (const { path, page, appearsIn } of plan.types) {
    const head = emitFrontMatter(frontMatter, {
      title: page.name,
      description: firstSentence((page.description ?? "").slice(0, 1000)),
    });
    const linkTo = (target: string): string => rootFrom(path) + toMarkdownPath(target);
    const text = emitMarkdownTypePage(page, { hrefOf: hrefFrom(path), appearsIn, linkTo });
    yield { path: toMarkdownPath(path), text: head + text };
  }
}

function toMarkdownPath(path: string): string {
  return path.replace(/\.html$/, ".md");
}

function indexText(plan: SitePlan, title: string): string {
  const groups = groupKinds(plan.kinds).flatMap(({ name, versions }) => [
    `## ${escapeMarkdown(name)}`,
    ...versions.flatMap(({ version, kinds }) => [`### ${escapeMarkdown(version)}`, kinds.map(item).join("\n")]),
  ]);
  const types = plan.types.map(({ path, page }) => `- [${escapeMarkdown(page.name)}](${toMarkdownPath(path)})`);
  const shared = types.length === 0 ? [] : ["## Shared types", types.join("\n")];
  return `${[`# ${escapeMarkdown(title)}`, ...groups, ...shared].join("\n\n")}\n`;
}

function item({ path, page }: KindEntry): string {
  const text = firstSentence(page.description ?? "");
  // The path consists of letters, digits, dots, dashes and slashes only.
  return `- [${escapeMarkdown(page.gvk.kind)}](${toMarkdownPath(path)})${
    text === "" ? "" : `: ${emitProseLine(text)}`
  }`;
}
