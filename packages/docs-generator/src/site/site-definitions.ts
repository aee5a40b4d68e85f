import { type Kind, referencesOf, type SchemaModel } from "@kubeschema/model";
import { findDefinition } from "../page/definitions.ts";
import { type DefinitionLinks, SharedDefinitions } from "../page/shared-definitions.ts";

/** A type with at least this many fields is in full on one kind's page and on its own, and nowhere else. */
const largeFieldCount = 100;

/**
 * Decides which types a site's pages link to: those that `SharedDefinitions` names, kinds (which have a page anyway),
 * and large types that several kinds have, such as PodSpec, which only the nearest kind inlines. Otherwise the pages of
 * Pod, PodTemplate and ReplicationController would have the same 1,200 fields.
 */
export class SiteDefinitions implements DefinitionLinks {
  readonly #model: SchemaModel;
  readonly #shared: SharedDefinitions;
  readonly #fieldCounts = new Map<string, number>();
  readonly #kinds: ReadonlySet<string>;
  readonly #owners: ReadonlyMap<string, string>;

  constructor(model: SchemaModel) {
    this.#model = model;
    this.#shared = new SharedDefinitions(model);
    this.#kinds = new Set(model.kinds.map(({ definition }) => definition));
    this.#owners = findOwners(model);
  }

  isShared(definition: string, pageDefinition: string): boolean {
    if (definition === pageDefinition) return false;
    if (this.#kinds.has(definition) || this.#shared.isShared(definition, pageDefinition)) return true;
    if (this.#owners.get(definition) === pageDefinition || this.#shared.usersOf(definition).length < 2) return false;
    return this.#fieldCount(definition) >= largeFieldCount;
  }

  homeOf(definition: string): Kind | undefined {
    return this.#shared.homeOf(definition);
  }

  /** Counts the fields of a type and of the types below it, each type once. */
  #fieldCount(definition: string): number {
    const known = this.#fieldCounts.get(definition);
    if (known !== undefined) return known;
    const reached = new Set([definition]);
    let count = 0;
    for (const name of reached) {
      const schema = findDefinition(this.#model, name)?.schema;
      if (!schema) continue;
      if (schema.type === "object") count += schema.fields.length;
      // Iterating over a Set also visits what is added meanwhile.
      for (const next of referencesOf(schema)) reached.add(next);
    }
    this.#fieldCounts.set(definition, count);
    return count;
  }
}

/** Finds the kind that is nearest to each definition, counted in references: Pod for PodSpec and for Container. */
function findOwners(model: SchemaModel): ReadonlyMap<string, string> {
  const owners = new Map<string, string>(model.kinds.map(({ definition }) => [definition, definition]));
  // Iterating over a Map also visits what is added meanwhile, so this proceeds from all kinds at once, step by step.
  for (const [name, owner] of owners) {
    const definition = findDefinition(model, name);
    if (!definition) continue;
    for (const next of referencesOf(definition.schema)) if (!owners.has(next)) owners.set(next, owner);
  }
  return owners;
}
