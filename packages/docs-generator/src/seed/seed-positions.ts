import type { Field, Schema, SchemaModel } from "@kubeschema/model";
import { findDefinition } from "../page/definitions.ts";
import { PythonDict } from "./python-dict-order.ts";

/** The line of each top-level property in the source file of a seed page, by property name. */
export type SourcePositions = Readonly<Record<string, number>>;

/**
 * Computes on which lines the seed's own generated sources declare the properties of a kind.
 *
 * Those files were written from JSON Schemas whose key order is that of Python 2.7 dicts, with every referenced type
 * inlined. A type inside itself has no such file; its inner occurrence counts as a scalar here.
 *
 * @param definition The kind's definition, or the alias through which the seed read it: its description counts.
 */
export function computeSeedPositions(model: SchemaModel, definition: string): SourcePositions {
  const entry = findDefinition(model, definition);
  if (!entry) throw new RangeError(`Cannot compute positions: the model has no definition "${definition}"`);
  const isAlias = entry.schema.type === "ref";
  const resolved = entry.schema.type === "ref" ? findDefinition(model, entry.schema.definition) : entry;
  const fields = resolved?.schema.type === "object" ? resolved.schema.fields : [];
  const counter = new LineCounter(model);
  // Seven lines of banner and the interface's own comment come before `export interface`.
  let line = 7 + commentLines(entry.description) + 1;
  const positions: [string, number][] = [];
  for (const field of inDictOrder(fields, isAlias ? 0 : topLevelRebuilds)) {
    line += commentLines(counter.description(field)) + 1;
    positions.push([field.name, line]);
    line += counter.bodyLines(field.schema);
  }
  return Object.fromEntries(positions);
}

// The original rewrote the top-level properties of a kind's own file three times: each rebuilt the dict.
const topLevelRebuilds = 3;

function inDictOrder(fields: readonly Field[], rebuilds: number): readonly Field[] {
  const byName = new Map(fields.map((field) => [field.name, field]));
  let dict = PythonDict.ofInsertions(byName.keys()).updatedCopy();
  for (let count = 0; count < rebuilds; count++) dict = PythonDict.ofInsertions(dict.keys());
  return dict.keys().flatMap((name) => byName.get(name) ?? []);
}

/** `/**`, one line per line of text, and the closing line. */
function commentLines(text: string | undefined): number {
  return text === undefined || text === "" ? 0 : 2 + text.split("\n").length;
}

class LineCounter {
  readonly #model: SchemaModel;
  readonly #known = new Map<string, number>();

  constructor(model: SchemaModel) {
    this.#model = model;
  }

  /** A text next to a reference takes precedence over the definition's own. */
  description({ description, schema }: Field): string | undefined {
    if (description !== undefined || schema.type !== "ref") return description;
    return findDefinition(this.#model, schema.definition)?.description;
  }

  /** Counts the lines that a type takes below the line of its property. */
  bodyLines(schema: Schema): number {
    switch (schema.type) {
      case "ref":
        return this.#definitionLines(schema.definition);
      case "list":
        return this.bodyLines(schema.items);
      case "map":
        // The text of the values had its own lines, but Quantity, the only definition used in this way, had no text
        // there: openapi2jsonschema puts a union in its place.
        return 2 + this.bodyLines(schema.values);
      case "object":
        return 2 +
          sum(schema.fields.map((field) => commentLines(this.description(field)) + 1 + this.bodyLines(field.schema)));
      default:
        return 0;
    }
  }

  #definitionLines(name: string): number {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    this.#known.set(name, 0);
    const lines = this.bodyLines(findDefinition(this.#model, name)?.schema ?? { type: "any" });
    this.#known.set(name, lines);
    return lines;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
