/**
 * Kubernetes reference pages: from a schema to a page, and from a page to text.
 *
 * @module
 */
export { formatEventVersion, type HistoryEvent, isRemoved, type SchemaHistory } from "./history/history.ts";
export { type MergedModel, mergeModels } from "./history/merge-models.ts";
export { findTextChange, type TextChange } from "./history/text-change.ts";
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
export type { DefinitionLinks } from "./page/shared-definitions.ts";
export { shortName } from "./page/short-name.ts";
export { parseProse } from "./prose/parse-prose.ts";
export type { Block, Inline } from "./prose/prose.ts";
export { emitSeedPage, type SeedPageOptions, type SeedSource } from "./seed/emit-seed-page.ts";
export { findSourcePositions } from "./seed/find-source-positions.ts";
export { computeSeedPositions, type SourcePositions } from "./seed/seed-positions.ts";
