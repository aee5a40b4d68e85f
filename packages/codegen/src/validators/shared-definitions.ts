import { createHash } from "node:crypto";
import type { SchemaModel } from "@kubeschema/model";
import { formatApiVersion } from "@kubeschema/model";
import { toValidatorSchema, type ValidatorSchema } from "./validator-schema.ts";

/** A definition that is checked in the same way in one or several versions. */
export interface SharedDefinition {
  readonly name: string;
  readonly schema: ValidatorSchema;
  /** The first of the models that has it. */
  readonly model: SchemaModel;
  /** The groups and versions of that model with a kind that needs it. */
  readonly apiVersions: ReadonlySet<string>;
}

/** Finds the definition with a name in one of the models. */
export type FindDefinition = (model: SchemaModel, name: string) => SharedDefinition;

/**
 * Finds the definitions that kinds need, each content once: definitions that are the same in several models, and refer
 * to the same ones, count as one.
 *
 * References may be cyclic, so contents are distinguished step by step: first by each definition alone, then together
 * with the contents of those that it refers to, until a step distinguishes no more of them.
 *
 * @param models In the order of preference; the first that has a definition keeps it.
 * @throws {RangeError} If a reference or a kind names a definition that does not exist.
 */
export function shareDefinitions(models: readonly SchemaModel[]): FindDefinition {
  const nodes = new Map(models.map((model) => [model, readNodes(model)]));
  const contents = hashContents([...nodes.values()].flatMap((one) => [...one.values()]));
  const shared = new Map<string, SharedDefinition>();
  for (const [model, byName] of nodes) {
    for (const [name, node] of byName) {
      const content = contents.get(node) ?? "";
      if (!shared.has(content)) {
        shared.set(content, { name, model, schema: node.schema, apiVersions: node.apiVersions });
      }
    }
  }
  return (model, name) => {
    const node = nodes.get(model)?.get(name);
    const found = node && shared.get(contents.get(node) ?? "");
    if (found === undefined) throw new RangeError(`Cannot emit a validator: there is no definition "${name}"`);
    return found;
  };
}

interface Node {
  readonly name: string;
  readonly schema: ValidatorSchema;
  readonly apiVersions: Set<string>;
  /** The definitions that it calls; filled in once all are read. */
  readonly references: Node[];
}

/** Finds the definitions of one model that its kinds need. */
function readNodes({ definitions, kinds }: SchemaModel): ReadonlyMap<string, Node> {
  const nodes = new Map<string, Node>();
  const read = (name: string): Node => {
    const known = nodes.get(name);
    if (known !== undefined) return known;
    const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    if (definition === undefined) throw new RangeError(`Cannot emit a validator: there is no definition "${name}"`);
    const schema = toValidatorSchema(definition, definitions);
    const node: Node = { name, schema, apiVersions: new Set(), references: [] };
    nodes.set(name, node);
    for (const reference of new Set(referencesOf(schema))) node.references.push(read(reference));
    return node;
  };
  for (const kind of kinds) {
    const apiVersion = formatApiVersion(kind);
    const open = [read(kind.definition)];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.apiVersions.has(apiVersion)) continue;
      node.apiVersions.add(apiVersion);
      open.push(...node.references);
    }
  }
  return nodes;
}

function referencesOf({ definition, items, mapValues, properties }: ValidatorSchema): readonly string[] {
  const inner = [items, mapValues, ...Object.values(properties ?? {})].filter((one) => one !== undefined);
  return [...(definition === undefined ? [] : [definition]), ...inner.flatMap(referencesOf)];
}

/** Gives the same text to definitions that cannot be distinguished. */
function hashContents(nodes: readonly Node[]): ReadonlyMap<Node, string> {
  let hashes = new Map(nodes.map((node) => [node, hash(node.name, JSON.stringify(node.schema))]));
  for (let [count, last] = [distinct(hashes), 0]; count !== last;) {
    const before = hashes;
    hashes = new Map(nodes.map((node) => [
      node,
      hash(before.get(node) ?? "", ...node.references.map((reference) => before.get(reference) ?? "")),
    ]));
    [count, last] = [distinct(hashes), count];
  }
  return hashes;
}

function distinct(hashes: ReadonlyMap<Node, string>): number {
  return new Set(hashes.values()).size;
}

function hash(...parts: readonly string[]): string {
  return createHash("sha1").update(parts.join("\0")).digest("base64");
}
