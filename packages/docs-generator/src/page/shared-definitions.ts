import { type Kind, referencesOf, type SchemaModel } from "@kubeschema/model";
import { findDefinition } from "./definitions.ts";

/** Decides which definitions a page links to. */
export interface DefinitionLinks {
  /** Tells whether the page of `pageDefinition` links to a definition rather than inlines it. */
  isShared(definition: string, pageDefinition: string): boolean;
  /** Returns the kind whose page has a shared definition in full. */
  homeOf(definition: string): Kind | undefined;
}

/** Finds the definitions that a page links to rather than inlines. */
export class SharedDefinitions implements DefinitionLinks {
  readonly #model: SchemaModel;

  constructor(model: SchemaModel) {
    this.#model = model;
  }

  /**
   * A definition is shared if it is one of the API machinery's (ObjectMeta, LabelSelector, Quantity, ...), or if it
   * lives outside the package of the page's kind and more than one kind uses it.
   */
  isShared(definition: string, pageDefinition: string): boolean {
    if (isApiMachinery(definition)) return true;
    if (packageOf(definition) === packageOf(pageDefinition)) return false;
    return this.usersOf(definition).length > 1;
  }

  /** Finds a kind on whose page a shared definition is inlined in full: one of its own package. */
  homeOf(definition: string): Kind | undefined {
    if (isApiMachinery(definition)) return undefined;
    return this.usersOf(definition).find((kind) => packageOf(kind.definition) === packageOf(definition));
  }

  /** Lists the kinds on whose pages a definition would be, Lists left out. */
  usersOf(definition: string): readonly Kind[] {
    const users = usersOfModels.get(this.#model) ?? findUsers(this.#model);
    usersOfModels.set(this.#model, users);
    return users.get(definition) ?? [];
  }
}

/** A model never changes, and each of its pages needs the same answers. */
const usersOfModels = new WeakMap<SchemaModel, ReadonlyMap<string, readonly Kind[]>>();

/** Returns the part of the name before the type: `io.k8s.api.networking.v1`. */
function packageOf(definition: string): string {
  return definition.slice(0, Math.max(0, definition.lastIndexOf(".")));
}

function isApiMachinery(definition: string): boolean {
  return definition.startsWith("io.k8s.apimachinery.");
}

/** Finds the kinds that use each definition. A List uses nothing that its items do not use, so Lists are left out. */
function findUsers(model: SchemaModel): ReadonlyMap<string, readonly Kind[]> {
  const users = new Map<string, Kind[]>();
  for (const kind of model.kinds.filter(({ kind }) => !kind.endsWith("List"))) {
    for (const name of reachableFrom(model, kind.definition)) {
      const known = users.get(name);
      if (known) known.push(kind);
      else users.set(name, [kind]);
    }
  }
  return users;
}

function reachableFrom(model: SchemaModel, root: string): ReadonlySet<string> {
  const seen = new Set([root]);
  for (const name of seen) {
    const definition = findDefinition(model, name);
    // Iterating over a Set also visits what is added meanwhile.
    if (definition) { for (const next of referencesOf(definition.schema)) seen.add(next); }
  }
  return seen;
}
