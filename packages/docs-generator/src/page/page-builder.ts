import { type Field, formatApiVersion, type Schema, type SchemaModel } from "@kubeschema/model";
import { type HistoryEvent, isRemoved, type SchemaHistory } from "../history/history.ts";
import { findDefinition, innermostSchema } from "./definitions.ts";
import { fieldFacts } from "./field-facts.ts";
import { FieldIds } from "./field-id.ts";
import { mergeFacts } from "./merge-facts.ts";
import type { PageField, PageType, SharedField, SharedType } from "./page.ts";
import { toBaseType, toPageType } from "./page-types.ts";
import { requiredFirst } from "./required-first.ts";
import { type DefinitionLinks, SharedDefinitions } from "./shared-definitions.ts";
import { shortName } from "./short-name.ts";

/** What a builder needs in addition to the model. */
export interface PageBuilderOptions {
  readonly fieldLimit: number;
  /** The definitions that are linked rather than inlined. Default: those that several packages use. */
  readonly links?: DefinitionLinks | undefined;
  readonly history?: SchemaHistory | undefined;
}

/** Walks the fields of one kind, and records the definitions that it meets. */
export class PageBuilder {
  readonly #model: SchemaModel;
  readonly #root: string;
  readonly #fieldLimit: number;
  readonly #shared: DefinitionLinks;
  readonly #history: SchemaHistory | undefined;
  readonly #ids = new FieldIds();
  /** The shared definitions met so far, with their ids. */
  readonly #sharedIds = new Map<string, string>();
  /** The definitions around the current field, with the id of the field that has each. */
  readonly #open = new Map<string, string>();
  /** The place where each definition was first inlined. */
  readonly #firstPlaces = new Map<string, string>();
  #fieldCount = 0;
  readonly rootId: string;

  constructor(model: SchemaModel, root: string, { fieldLimit, links, history }: PageBuilderOptions) {
    this.#model = model;
    this.#root = root;
    this.#fieldLimit = fieldLimit;
    this.#shared = links ?? new SharedDefinitions(model);
    this.#history = history;
    this.rootId = this.#ids.take(root);
    this.#open.set(root, this.rootId);
  }

  /** @param definition The definition that the schema belongs to, under whose name the fields have their history. */
  fieldsOf(schema: Schema, path: readonly string[], definition?: string): readonly PageField[] {
    if (schema.type !== "object") return [];
    const events = (field: Field): readonly HistoryEvent[] =>
      definition === undefined ? [] : this.#history?.ofField(definition, field.name) ?? [];
    const fields = schema.fields.map((field) => ({ field, isRequired: field.isRequired, history: events(field) }));
    const gone = fields.filter(({ history }) => isRemoved(history));
    const present = requiredFirst(gone.length === 0 ? fields : fields.filter((field) => !gone.includes(field)));
    return [...present, ...gone].map(({ field, history }) => this.#field(field, [...path, field.name], history));
  }

  /** The summaries of the shared types met so far, sorted by short name. */
  sharedTypes(): readonly SharedType[] {
    const names = [...this.#sharedIds.keys()].map((name) => ({ name, key: `${shortName(name)} ${name}` }));
    names.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
    return names.map(({ name }) => this.#summarise(name));
  }

  #field(field: Field, path: readonly string[], history: readonly HistoryEvent[]): PageField {
    this.#fieldCount++;
    const id = this.#ids.ofPath(path);
    const inner = innermostSchema(field.schema);
    const target = inner.type === "ref" ? this.#targetOf(inner.definition) : undefined;
    const type = toPageType(this.#model, field.schema, () => target);
    const fields = target === undefined ? this.#inline(inner, id, path) : [];
    const typeText = inner.type === "ref" ? findDefinition(this.#model, inner.definition)?.description : undefined;
    // A text next to a reference takes precedence over the definition's own; the text of a list's items is not the
    // list's.
    const description = field.description ?? (field.schema.type === "ref" ? typeText : undefined);
    const addsText = typeText !== undefined && typeText !== description && (fields.length > 0 || !description);
    return {
      id,
      path,
      name: field.name,
      isRequired: field.isRequired,
      type,
      ...(description === undefined ? {} : { description }),
      ...(addsText ? { typeDescription: typeText } : {}),
      ...mergeFacts(this.#model, field),
      ...fieldFacts(this.#model, field),
      ...(history.length === 0 ? {} : { history }),
      ...(isRemoved(history) ? { isRemoved: true } : {}),
      fields,
    };
  }

  #inline(inner: Schema, id: string, path: readonly string[], owner?: string): readonly PageField[] {
    if (inner.type !== "ref") return this.fieldsOf(inner, path, owner);
    const definition = findDefinition(this.#model, inner.definition);
    if (!definition) return [];
    this.#open.set(inner.definition, id);
    if (!this.#firstPlaces.has(inner.definition)) this.#firstPlaces.set(inner.definition, id);
    // A definition may itself be a list, a map, or another name of a definition.
    const next = innermostSchema(definition.schema);
    const fields = next.type === "ref" && this.#targetOf(next.definition) !== undefined
      ? []
      : this.#inline(next, id, path, inner.definition);
    this.#open.delete(inner.definition);
    return fields;
  }

  /** Returns the id of the place that describes a definition; undefined if it is to be inlined here. */
  #targetOf(name: string): string | undefined {
    if (this.#shared.isShared(name, this.#root)) {
      const id = this.#sharedIds.get(name) ?? this.#ids.take(name);
      this.#sharedIds.set(name, id);
      return id;
    }
    const open = this.#open.get(name);
    if (open !== undefined) return open;
    return this.#fieldCount >= this.#fieldLimit ? this.#firstPlaces.get(name) : undefined;
  }

  #summarise(name: string): SharedType {
    const definition = findDefinition(this.#model, name);
    const schema: Schema = definition?.schema ?? { type: "any" };
    // Only what is on the page can be linked: the types of shared types are not.
    const type = (part: Schema): PageType => toPageType(this.#model, part, (other) => this.#sharedIds.get(other));
    const fields = schema.type !== "object" ? [] : requiredFirst(schema.fields).map((field): SharedField => ({
      name: field.name,
      isRequired: field.isRequired,
      type: type(field.schema),
      ...(field.description === undefined ? {} : { description: field.description }),
    }));
    const home = fields.some((field) => isLeftOut(field.type)) ? this.#shared.homeOf(name) : undefined;
    return {
      id: this.#sharedIds.get(name) ?? name,
      name: shortName(name),
      definition: name,
      ...(definition?.description === undefined ? {} : { description: definition.description }),
      base: toBaseType(this.#model, schema),
      fields,
      ...(home === undefined ? {} : { fullPage: { kind: home.kind, apiVersion: formatApiVersion(home) } }),
    };
  }
}

/** Tells whether a type has parts that the page does not describe. */
function isLeftOut(type: PageType): boolean {
  switch (type.type) {
    case "list":
      return isLeftOut(type.items);
    case "map":
      return isLeftOut(type.values);
    case "named":
      return type.target === undefined && type.base.type === "object";
    default:
      return type.type === "object";
  }
}
