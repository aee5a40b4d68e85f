/**
 * Kubernetes reference pages: from a schema to a page, and from a page to text.
 *
 * {@linkcode buildPage} makes the page of one kind, and a writer makes text of it. {@linkcode planSite} decides on the
 * pages of a whole schema, and a writer makes a tree of files of them. All of it is pure: the same schema, the same
 * bytes.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { buildPage, emitMarkdownPage, findKind } from "@kubeschema/docs-generator";
 * import { readOpenApiV2 } from "@kubeschema/model";
 * const { model } = readOpenApiV2({
 *   swagger: "2.0",
 *   definitions: {
 *     "example.v1.Book": {
 *       type: "object",
 *       properties: { title: { type: "string" } },
 *       "x-kubernetes-group-version-kind": [{ group: "example", version: "v1", kind: "Book" }],
 *     },
 *   },
 * }, { kubernetesVersion: "v1.36", name: "example", sha256: "" });
 * const text = emitMarkdownPage(buildPage(model, findKind(model, "book")));
 * assert.ok(text.includes("# Book `example/v1`"));
 * ```
 *
 * @module
 */

// The history: several versions of a schema become one model that knows since when a field exists.
export { type MergedModel, mergeModels } from "./history/merge-models.ts";
export { formatEventVersion, type HistoryEvent, type SchemaHistory } from "./history/history.ts";

// The page of a kind or of a shared type, as data.
export { findKind, KindNotFoundError } from "./page/find-kind.ts";
export { buildPage, type BuildPageOptions } from "./page/build-page.ts";
export { buildTypePage } from "./page/build-type-page.ts";
export type { DefinitionLinks } from "./page/shared-definitions.ts";
export type {
  BaseType,
  MergeFacts,
  NamedType,
  Page,
  PageAlias,
  PageField,
  PageType,
  ScalarType,
  SharedField,
  SharedType,
  TypePage,
} from "./page/page.ts";
export type { FieldFacts, Sourced } from "./page/field-facts.ts";

// The writers of a page. A writer of your own reads descriptions with parseProse(), whose result is plain text in
// parts.
export { emitMarkdownPage, type MarkdownPageOptions } from "./markdown/emit-markdown-page.ts";
export { emitFrontMatter, type FrontMatter, type FrontMatterFacts } from "./markdown/front-matter.ts";
export { emitStandalonePage } from "./html/standalone-page.ts";
export type { KindPageOptions } from "./html/kind-page.ts";
export { emitSeedPage, type SeedPageOptions, type SeedSource } from "./seed/emit-seed-page.ts";
export { computeSeedPositions, type SourcePositions } from "./seed/seed-positions.ts";
export { findSourcePositions } from "./seed/find-source-positions.ts";
export { parseProse } from "./prose/parse-prose.ts";
export type { Block, Inline } from "./prose/prose.ts";

// The pages of a whole schema, and the trees of files that they become.
export {
  type Appearance,
  type KindEntry,
  type Place,
  planSite,
  type PlanSiteOptions,
  type SitePlan,
  type TypeEntry,
  type VersionChanges,
} from "./site/plan-site.ts";
export { emitSite, type ExtraPage, type SiteFile, type SiteOptions } from "./site/emit-site.ts";
export { readRulePages, type RuleEntry, type RuleSet } from "./rules/read-rule-pages.ts";
export { emitMarkdownTree, type MarkdownTreeOptions } from "./markdown/emit-markdown-tree.ts";
export { emitJsonTree } from "./json/emit-json-tree.ts";

// What else can be made of a schema: an example, JSON Schemas, an explanation of a field, a comparison of two versions.
export { buildExample } from "./example/build-example.ts";
export { emitYaml } from "./example/emit-yaml.ts";
export { type JsonSchema, toJsonSchemas } from "./schema/to-json-schema.ts";
export { findField, type FoundField } from "./explain/find-field.ts";
export { emitExplanation, type ExplanationOptions } from "./explain/emit-explanation.ts";
export {
  type Comparison,
  emitComparisonJson,
  emitComparisonMarkdown,
  emitComparisonText,
} from "./compare/emit-comparison.ts";
