import {
  compareKinds,
  type Definition,
  type Field,
  formatApiVersion,
  type Kind,
  type ObjectSchema,
  type Schema,
  schemaLabel,
  type SchemaModel,
} from "@kubeschema/model";
import { innermostSchema } from "../page/definitions.ts";
import { isDeprecatedText } from "../page/text-facts.ts";
import type { HistoryEvent, SchemaHistory } from "./history.ts";

/** One model with everything that any version has, in its last form, and what happened to it. */
export interface MergedModel {
  /** The newest model, with the removed kinds, definitions and fields of older ones. */
  readonly model: SchemaModel;
  readonly history: SchemaHistory;
}

/**
 * Merges the schemas of several versions in one pass over each, so that a page can say since when a field exists.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { mergeModels } from "@kubeschema/docs-generator";
 * import { readOpenApiV2 } from "@kubeschema/model";
 * const read = (kubernetesVersion: string, properties: unknown) =>
 *   readOpenApiV2({ swagger: "2.0", definitions: { "a.v1.B": { type: "object", properties } } }, {
 *     kubernetesVersion,
 *     name: "example",
 *     sha256: "",
 *   }).model;
 * const { history } = mergeModels([read("v1.35", {}), read("v1.36", { a: { type: "string" } })]);
 * assert.deepEqual(history.ofField("a.v1.B", "a"), [{ type: "added", version: "v1.36", previous: "v1.35" }]);
 * ```
 * @param models Oldest first; at least one.
 * @throws {RangeError} If there is none.
 */
export function mergeModels(models: readonly SchemaModel[]): MergedModel {
  const newest = models.at(-1);
  if (!newest) throw new RangeError("Cannot merge schemas: expected at least one, found none");
  const merger = new ModelMerger();
  for (const [index, model] of models.entries()) merger.add(model, models[index - 1]);
  return merger.finish(newest, models.map(({ kubernetesVersion }) => kubernetesVersion));
}

interface Step {
  readonly version: string;
  readonly previous: string;
}

class ModelMerger {
  readonly #kinds = new Map<string, Kind>();
  readonly #definitions = new Map<string, Definition>();
  readonly #events = new Map<string, HistoryEvent[]>();

  add(model: SchemaModel, before: SchemaModel | undefined): void {
    const step = before && { version: model.kubernetesVersion, previous: before.kubernetesVersion };
    this.#addKinds(model, before, step);
    const known = new Set(Object.keys(before?.definitions ?? {}));
    for (const definition of Object.values(model.definitions)) {
      const old = known.has(definition.name) ? before?.definitions[definition.name] : undefined;
      this.#addDefinition(definition, old, step);
    }
    if (!step) return;
    for (const name of known) {
      if (!Object.hasOwn(model.definitions, name)) this.#note("definition", name, step, "removed");
    }
  }

  finish(newest: SchemaModel, versions: readonly string[]): MergedModel {
    const events = this.#events;
    const definitions = [...this.#definitions].sort(([a], [b]) => a < b ? -1 : 1);
    const find = (key: string): readonly HistoryEvent[] => events.get(key) ?? [];
    return {
      model: {
        ...newest,
        definitions: Object.fromEntries(definitions),
        kinds: [...this.#kinds.values()].sort(compareKinds),
      },
      history: {
        versions,
        ofKind: (key) => find(`kind ${key}`),
        ofDefinition: (definition) => find(`definition ${definition}`),
        ofField: (definition, field) => find(`field ${definition} ${field}`),
      },
    };
  }

  #addKinds(model: SchemaModel, before: SchemaModel | undefined, step: Step | undefined): void {
    const current = new Set<string>();
    const old = new Map((before?.kinds ?? []).map((kind) => [keyOf(kind), kind]));
    for (const kind of model.kinds) {
      const key = keyOf(kind);
      current.add(key);
      this.#kinds.set(key, kind);
      if (!step) continue;
      const known = old.get(key);
      if (!known) this.#note("kind", key, step, "added");
      else if (kind.lifecycle?.deprecated && !known.lifecycle?.deprecated) this.#note("kind", key, step, "deprecated");
    }
    if (step) { for (const key of old.keys()) if (!current.has(key)) this.#note("kind", key, step, "removed"); }
  }

  #addDefinition(definition: Definition, old: Definition | undefined, step: Step | undefined): void {
    const merged = this.#definitions.get(definition.name);
    this.#definitions.set(definition.name, withGoneFields(definition, merged));
    if (!step) return;
    if (!old) {
      this.#note("definition", definition.name, step, "added");
      return;
    }
    this.#noteTexts("definition", definition.name, step, old.description, definition.description);
    const [before, after] = [fieldsOf(old), fieldsOf(definition)];
    for (const [name, field] of after) {
      const known = before.get(name);
      const key = `${definition.name} ${name}`;
      if (known) this.#compareFields(key, step, known, field);
      else this.#note("field", key, step, "added");
    }
    for (const name of before.keys()) {
      if (!after.has(name)) this.#note("field", `${definition.name} ${name}`, step, "removed");
    }
  }

  #compareFields(key: string, step: Step, old: Field, field: Field): void {
    if (old === field) return;
    this.#noteTexts("field", key, step, old.description, field.description);
    if (old.isRequired !== field.isRequired) this.#note("field", key, step, field.isRequired ? "required" : "optional");
    this.#noteValue("field", key, step, "type", schemaLabel(old.schema), schemaLabel(field.schema));
    this.#noteValue("field", key, step, "values", valuesOf(old.schema), valuesOf(field.schema));
  }

  #noteTexts(scope: Scope, key: string, step: Step, before = "", after = ""): void {
    if (before === after || before.replace(/\s+/g, " ") === after.replace(/\s+/g, " ")) return;
    if (isDeprecatedText(after) && !isDeprecatedText(before)) this.#note(scope, key, step, "deprecated");
    this.#note(scope, key, step, "text", { before, after });
  }

  #noteValue(scope: Scope, key: string, step: Step, type: "type" | "values", before: string, after: string): void {
    // Values that only one side names are knowledge gained, not a change in the API.
    if (before !== after && before !== "" && after !== "") this.#note(scope, key, step, type, { before, after });
  }

  #note(
    scope: Scope,
    key: string,
    step: Step,
    type: HistoryEvent["type"],
    values: { readonly before?: string; readonly after?: string } = {},
  ): void {
    const place = `${scope} ${key}`;
    const events = this.#events.get(place);
    const event = { type, ...step, ...values };
    if (events) events.push(event);
    else this.#events.set(place, [event]);
  }
}

type Scope = "kind" | "definition" | "field";

function keyOf(kind: Kind): string {
  return `${formatApiVersion(kind)}/${kind.kind}`;
}

function fieldsOf({ schema }: Definition): ReadonlyMap<string, Field> {
  return new Map(schema.type === "object" ? schema.fields.map((field) => [field.name, field]) : []);
}

/** Lists the fields of a definition, followed by those that it had in an earlier version. */
function withGoneFields(definition: Definition, older: Definition | undefined): Definition {
  if (definition.schema.type !== "object" || older?.schema.type !== "object") return definition;
  const names = new Set(definition.schema.fields.map(({ name }) => name));
  const gone = older.schema.fields.filter(({ name }) => !names.has(name));
  if (gone.length === 0) return definition;
  const schema: ObjectSchema = { ...definition.schema, fields: [...definition.schema.fields, ...gone] };
  return { ...definition, schema };
}

function valuesOf(schema: Schema): string {
  return (innermostSchema(schema).enum ?? []).map((value) => typeof value === "string" ? value : JSON.stringify(value))
    .join(", ");
}
