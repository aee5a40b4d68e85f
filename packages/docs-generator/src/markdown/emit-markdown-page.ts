import type { Page } from "../page/page.ts";
import { emitContents } from "./emit-contents.ts";
import { emitField } from "./emit-field.ts";
import { emitProse } from "./emit-prose.ts";
import { emitSharedType } from "./emit-shared-type.ts";
import { emitSkeleton } from "./emit-skeleton.ts";
import { historyList, historyMarks } from "./fact-text.ts";
import { codeSpan, escapeMarkdown, markdownLink } from "./escape-markdown.ts";
import type { DefinitionHref } from "./type-text.ts";

/** The parts of a Markdown page beyond its model. */
export interface MarkdownPageOptions {
  /** The module that exports the kind's interface, `@kubeschema/types/networking.k8s.io/v1`. */
  readonly typesModule?: string;
  /** In a tree, finds the pages of other types; without it, shared types are summarised on the page. */
  readonly hrefOf?: DefinitionHref;
}

/**
 * Writes a page as GitHub-flavoured Markdown: facts, the shape of a manifest, a table of contents, every field with a
 * permalink of its own, and the shared types in summary.
 *
 * Descriptions are treated as text: HTML, Markdown and template syntax in them is shown, never run.
 *
 * @see {@link https://github.github.com/gfm/}
 * @param page From `buildPage()`.
 * @returns The text of one file, which ends with a line break.
 */
export function emitMarkdownPage(page: Page, options: MarkdownPageOptions = {}): string {
  const hasShared = page.sharedTypes.length > 0;
  const blocks = [
    `<a id="${page.id}"></a>`,
    `# ${escapeMarkdown(page.gvk.kind)} ${codeSpan(page.apiVersion)}`,
    ...(page.description === undefined ? [] : [emitProse(page.description)]),
    historyList(page.history),
    emitFacts(page, options),
    "## Shape",
    `\`\`\`yaml\n${emitSkeleton(page)}\n\`\`\``,
    "## Contents",
    emitContents(page.fields, options.hrefOf),
    ...(hasShared ? [`Shared types: ${sharedLinks(page, options.hrefOf)}`] : []),
    "## Fields",
    mergeNote,
    ...page.fields.flatMap((field) => emitField(field, options.hrefOf)),
    ...(hasShared && options.hrefOf === undefined
      ? ["## Shared types", ...page.sharedTypes.flatMap(emitSharedType)]
      : []),
    "---",
    `From ${escapeMarkdown(page.sourceName)}.`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

/** Explains the facts of a field. */
export const mergeNote: string = "*List type* and *map type* say how " +
  "[server-side apply](https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy) merges a field," +
  " *patch strategy* how a strategic merge patch does.";

function emitFacts(page: Page, { typesModule }: MarkdownPageOptions): string {
  const { group, version, kind } = page.gvk;
  const rows: (readonly [string, string])[] = [
    ["Group", group === "" ? "core" : codeSpan(group)],
    ["Version", codeSpan(version)],
    ["Kind", codeSpan(kind)],
  ];
  if (page.isNamespaced !== undefined) rows.push(["Scope", page.isNamespaced ? "Namespaced" : "Cluster"]);
  if (page.plural !== undefined) {
    rows.push(["Plural", codeSpan(page.plural)]);
    rows.push(["kubectl", codeSpan(`kubectl explain ${page.plural} --api-version=${page.apiVersion}`)]);
  }
  if (typesModule !== undefined) rows.push(["TypeScript", codeSpan(`import type { ${kind} } from "${typesModule}";`)]);
  const { introduced, deprecated, removed, replacement } = page.lifecycle ?? {};
  if (introduced !== undefined) rows.push(["Since", `Kubernetes ${escapeMarkdown(introduced)}`]);
  if (deprecated !== undefined) rows.push(["Deprecated", `Kubernetes ${escapeMarkdown(deprecated)}`]);
  if (removed !== undefined) rows.push(["Removed", `Kubernetes ${escapeMarkdown(removed)}`]);
  if (replacement !== undefined) rows.push(["Use", codeSpan(replacement)]);
  if (page.history !== undefined && page.history.length > 0) {
    const marks = historyMarks(page.history);
    if (marks.length > 0) rows.push(["History", marks.join(", ")]);
  }
  if (page.otherApiVersions.length > 0) rows.push(["Also in", page.otherApiVersions.map(codeSpan).join(", ")]);
  rows.push(["Kubernetes", escapeMarkdown(page.kubernetesVersion)]);
  return ["| Fact | Value |", "| --- | --- |", ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join("\n");
}

/** Links the shared types that a page names. */
export function sharedLinks(
  { sharedTypes }: Pick<Page, "sharedTypes">,
  hrefOf: DefinitionHref = () => undefined,
): string {
  return sharedTypes.map(({ id, name, definition }) =>
    markdownLink(escapeMarkdown(name), hrefOf(definition) ?? `#${id}`)
  ).join(", ");
}
