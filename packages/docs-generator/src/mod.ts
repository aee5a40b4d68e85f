/**
 * Kubernetes reference pages: from a schema to a page, and from a page to text.
 *
 * @module
 */
export {
  type Comparison,
  emitComparisonJson,
  emitComparisonMarkdown,
  emitComparisonText,
} from "./compare/emit-comparison.ts";
export { buildExample } from "./example/build-example.ts";
export { emitYaml } from "./example/emit-yaml.ts";
export { emitExplanation, type ExplanationOptions } from "./explain/emit-explanation.ts";
export { findField, type FoundField } from "./explain/find-field.ts";
export { formatEventVersion, type HistoryEvent, isRemoved, type SchemaHistory } from "./history/history.ts";
export { type MergedModel, mergeModels } from "./history/merge-models.ts";
export { findTextChange, type TextChange } from "./history/text-change.ts";
export { escapeHtml } from "./html/escape-html.ts";
export type { KindPageOptions } from "./html/kind-page.ts";
export { emitStandalonePage } from "./html/standalone-page.ts";
export { emitJsonTree } from "./json/emit-json-tree.ts";
export { emitFrontMatter, type FrontMatter, type FrontMatterFacts } from "./markdown/front-matter.ts";
export { emitMarkdownTree, type MarkdownTreeOptions } from "./markdown/emit-markdown-tree.ts";
export { emitMarkdownPage, type MarkdownPageOptions } from "./markdown/emit-markdown-page.ts";
export { escapeMarkdown } from "./markdown/escape-markdown.ts";
export { buildPage, type BuildPageOptions } from "./page/build-page.ts";
export { buildTypePage } from "./page/build-type-page.ts";
export type { FieldFacts, Sourced } from "./page/field-facts.ts";
export { findKind, KindNotFoundError } from "./page/find-kind.ts";
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
export { kubectlShortNames } from "./page/kubectl-short-names.ts";
export type { DefinitionLinks } from "./page/shared-definitions.ts";
export { shortName } from "./page/short-name.ts";
export { parseProse } from "./prose/parse-prose.ts";
export type { Block, Inline } from "./prose/prose.ts";
export { emitSeedPage, type SeedPageOptions, type SeedSource } from "./seed/emit-seed-page.ts";
export { findSourcePositions } from "./seed/find-source-positions.ts";
export { computeSeedPositions, type SourcePositions } from "./seed/seed-positions.ts";
export { readRulePages, type RuleEntry, type RuleSet } from "./rules/read-rule-pages.ts";
export { type JsonSchema, toJsonSchemas } from "./schema/to-json-schema.ts";
export { emitSite, type ExtraPage, type SiteFile, type SiteOptions } from "./site/emit-site.ts";
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
