import { formatApiVersion, type Kind, type SchemaModel } from "@kubeschema/model";
import { type HistoryEvent, isRemoved, type SchemaHistory } from "../history/history.ts";
import { findDefinition } from "./definitions.ts";
import type { Page, PageAlias } from "./page.ts";
import { PageBuilder } from "./page-builder.ts";
import type { DefinitionLinks } from "./shared-definitions.ts";

/** Options of {@linkcode buildPage}. */
export interface BuildPageOptions {
  /**
   * Once a page has this many fields, a type that is already on it is linked rather than inlined again, so that types
   * that nest each other in many ways cannot make an endless page. Default: 20,000; Pod has fewer than 1,200.
   */
  readonly fieldLimit?: number;
  /** The history of several versions, from `mergeModels()`; the model must be the merged one. */
  readonly history?: SchemaHistory;
  /** The definitions that are linked rather than inlined. Default: those of the API machinery and of other packages. */
  readonly links?: DefinitionLinks;
}

/**
 * Builds the page of one kind: its fields as a tree with the private types inlined, required fields first.
 *
 * Types of the API machinery, and types of other packages that several kinds use, are summarised once under
 * `sharedTypes`. A type inside itself (JSONSchemaProps) points back to the place where it begins.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { buildPage, findKind } from "@kubeschema/docs-generator";
 * import { readOpenApiV2 } from "@kubeschema/model";
 * const { model } = readOpenApiV2({
 *   swagger: "2.0",
 *   definitions: {
 *     "example.v1.Book": {
 *       type: "object",
 *       required: ["title"],
 *       properties: { pages: { type: "integer" }, title: { type: "string" } },
 *       "x-kubernetes-group-version-kind": [{ group: "example", version: "v1", kind: "Book" }],
 *     },
 *   },
 * }, { kubernetesVersion: "v1.36", name: "example", sha256: "" });
 * const page = buildPage(model, findKind(model, "Book"));
 * assert.deepEqual(page.fields.map(({ id }) => id), ["title", "pages"]);
 * ```
 * @param kind One of `model.kinds`.
 * @throws {RangeError} If the model has no definition for the kind.
 */
export function buildPage(model: SchemaModel, kind: Kind, options: BuildPageOptions = {}): Page {
  const definition = findDefinition(model, kind.definition);
  if (!definition) {
    throw new RangeError(`Cannot build the page of ${kind.kind}: the model has no definition "${kind.definition}"`);
  }
  const builder = new PageBuilder(model, kind.definition, {
    ...options,
    fieldLimit: options.fieldLimit ?? defaultFieldLimit,
  });
  const fields = builder.fieldsOf(definition.schema, [], kind.definition);
  const key = `${formatApiVersion(kind)}/${kind.kind}`;
  const events = options.history?.ofKind(key) ?? [];
  const history = [...events, ...(options.history?.ofDefinition(kind.definition) ?? []).filter(isOfText)];
  return {
    id: builder.rootId,
    kubernetesVersion: model.kubernetesVersion,
    sourceName: model.source.name,
    gvk: { group: kind.group, version: kind.version, kind: kind.kind },
    apiVersion: formatApiVersion(kind),
    definition: kind.definition,
    ...(kind.plural === undefined ? {} : { plural: kind.plural }),
    ...(kind.isNamespaced === undefined ? {} : { isNamespaced: kind.isNamespaced }),
    otherApiVersions: model.kinds
      .filter((other) => other.kind === kind.kind && formatApiVersion(other) !== formatApiVersion(kind))
      .map(formatApiVersion),
    ...(definition.description === undefined ? {} : { description: definition.description }),
    ...(kind.lifecycle === undefined ? {} : { lifecycle: kind.lifecycle }),
    ...(history.length === 0 ? {} : { history }),
    ...(isRemoved(events) ? { isRemoved: true } : {}),
    aliases: aliasesOf(model, kind.definition),
    fields,
    sharedTypes: builder.sharedTypes(),
  };
}

/** See {@linkcode BuildPageOptions.fieldLimit}. */
export const defaultFieldLimit = 20_000;

// The history of the kind itself already says that it was added or removed.
function isOfText({ type }: HistoryEvent): boolean {
  return type === "text" || type === "deprecated";
}

function aliasesOf(model: SchemaModel, name: string): readonly PageAlias[] {
  return Object.values(model.definitions)
    .filter(({ schema }) => schema.type === "ref" && schema.definition === name)
    .map(({ name: definition, description }) => ({
      definition,
      ...(description === undefined ? {} : { description }),
    }));
}
