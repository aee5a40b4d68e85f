import { emitSkeleton } from "../markdown/emit-skeleton.ts";
import type { Page, PageField } from "../page/page.ts";
import { kubectlShortNames } from "../page/kubectl-short-names.ts";
import { typescriptText } from "../page/typescript-text.ts";
import { codeHtml, textHtml } from "./text-html.ts";
import { fieldTree, type FieldTreeOptions } from "./field-html.ts";
import { historyBadges, historyHtml } from "./history-html.ts";
import type { PageContext } from "./page-context.ts";

/** The parts of a kind's page beyond its model. */
export interface KindPageOptions {
  /** The module that exports the kind's interface, `@kubeschema/types/networking.k8s.io/v1`. */
  readonly typesModule?: string | undefined;
  /** The smallest useful object, as YAML. */
  readonly example?: string | undefined;
  /** Link to the kind's JSON Schema. */
  readonly schemaHref?: string | undefined;
  /** An SVG of what refers to what. */
  readonly diagram?: string | undefined;
  /** Links to the pages of the same kind in other versions. */
  readonly otherVersions?: readonly { readonly text: string; readonly href: string }[];
  /** Whether a script can fold the page as well. */
  readonly hasTools?: boolean;
}

/** Fields deeper than this are folded at first on a page with many fields. */
const manyFields = 200;

/** Writes the content of a kind's page. */
export function kindPageHtml(page: Page, context: PageContext, options: KindPageOptions = {}): string {
  const { kind } = page.gvk;
  return [
    `<h1 id="${textHtml(page.id)}">${textHtml(kind)}${historyBadges(page.history, page.lifecycle)}<small>${
      textHtml(page.apiVersion)
    } · Kubernetes ${textHtml(page.kubernetesVersion)}</small></h1>`,
    lifecycleNote(page),
    page.description === undefined ? "" : `<div class="lead">${context.prose(page.description)}</div>`,
    historyHtml(page.history),
    factList(page, options),
    `<h2 id=":manifest">Manifest</h2>`,
    options.example === undefined ? "" : `<h3>Smallest example</h3>${block(options.example)}`,
    `<details${
      options.example === undefined ? " open" : ""
    }><summary>The first levels, with the type of each field</summary>${block(emitSkeleton(page))}</details>`,
    fieldsSection(page.fields, context, {
      ...options,
      always: new Map([["apiVersion", page.apiVersion], ["kind", kind]]),
    }),
    `<h2 id=":typescript">TypeScript</h2>${block(typescriptBlock(page, options.typesModule))}`,
    options.diagram ? `<h2 id=":references">References</h2>${options.diagram}` : "",
  ].join("");
}

/** Writes the tree of a page's fields with its heading. */
export function fieldsSection(
  fields: readonly PageField[],
  context: PageContext,
  { hasTools = false, always = new Map() }: Pick<KindPageOptions, "hasTools"> & Pick<FieldTreeOptions, "always">,
): string {
  if (fields.length === 0) return "";
  const openDepth = countFields(fields) > manyFields ? 2 : Number.POSITIVE_INFINITY;
  const tools = hasTools
    ? '<div class="tools" id=":fold" hidden><button type="button" data-open="yes">Unfold all</button>' +
      '<button type="button" data-open="no">Fold all</button></div>'
    : "";
  return `<h2 id=":fields">Fields</h2>${tools}${fieldTree(fields, context, { openDepth, always })}`;
}

function countFields(fields: readonly PageField[]): number {
  return fields.reduce((count, field) => count + 1 + countFields(field.fields), 0);
}

function block(text: string): string {
  return `<pre tabindex="0"><code>${textHtml(text)}</code></pre>`;
}

function typescriptBlock(page: Page, typesModule: string | undefined): string {
  const head = typesModule === undefined ? "" : `import type { ${page.gvk.kind} } from "${typesModule}";\n\n`;
  return `${head}${typescriptText(page)}`;
}

/** Writes what a reader must know first: the kind was removed, or is deprecated. */
function lifecycleNote({ isRemoved, lifecycle, kubernetesVersion }: Page): string {
  const { deprecated, removed, replacement } = lifecycle ?? {};
  const parts = [
    ...(isRemoved ? [`Kubernetes ${kubernetesVersion} does not serve this kind.`] : []),
    ...(deprecated === undefined ? [] : [`Deprecated since Kubernetes ${deprecated}.`]),
    ...(removed === undefined ? [] : [`Removed in Kubernetes ${removed}.`]),
  ].map(textHtml);
  if (parts.length === 0) return "";
  return `<p class="note">${parts.join(" ")}${replacement === undefined ? "" : ` Use ${codeHtml(replacement)}.`}</p>`;
}

function factList(page: Page, { schemaHref, otherVersions = [] }: KindPageOptions): string {
  const { plural, isNamespaced, lifecycle, apiVersion, gvk } = page;
  const short = kubectlShortNames(gvk.group, plural);
  const rows: (readonly [string, string])[] = [["apiVersion", codeHtml(apiVersion)]];
  if (isNamespaced !== undefined) rows.push(["Scope", isNamespaced ? "Namespaced" : "Cluster"]);
  if (plural !== undefined) {
    rows.push(["Resource", [plural, ...short].map(codeHtml).join(", ")]);
    rows.push(["kubectl", codeHtml(`kubectl explain ${plural} --api-version=${apiVersion}`)]);
  }
  if (lifecycle?.introduced !== undefined) rows.push(["Since", `Kubernetes ${textHtml(lifecycle.introduced)}`]);
  if (otherVersions.length > 0) {
    rows.push([
      "Also in",
      otherVersions.map(({ text, href }) => `<a href="${textHtml(href)}">${textHtml(text)}</a>`).join(", "),
    ]);
  } else if (page.otherApiVersions.length > 0) {
    rows.push(["Also in", page.otherApiVersions.map(codeHtml).join(", ")]);
  }
  if (schemaHref !== undefined) {
    rows.push([
      "JSON Schema",
      `<a href="${textHtml(schemaHref)}">${codeHtml(schemaHref.split("/").at(-1) ?? "")}</a>`,
    ]);
  }
  return `<dl class="facts">${rows.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join("")}</dl>`;
}
