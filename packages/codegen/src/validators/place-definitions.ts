import type { SchemaModel } from "@kubeschema/model";
import { compileDefinition, type DefinitionModule } from "./definition-module.ts";
import type { FindDefinition, SharedDefinition } from "./shared-definitions.ts";

/** One definition with its code, and the module that contains it. */
export interface PlacedDefinition {
  readonly definition: SharedDefinition;
  readonly compiled: DefinitionModule;
  readonly path: string;
}

/**
 * From this size on, definitions that the same several modules of kinds need get a module of their own. Smaller ones
 * are loaded by all, as are those that so many modules need that almost every program loads them.
 */
const largeBytes = 4000;
const manyUsers = 10;

/** Compiles every definition that a kind needs, and assigns it to a module; see `emitVersionedValidators()`. */
export function placeDefinitions(
  models: readonly SchemaModel[],
  find: FindDefinition,
): ReadonlyMap<SharedDefinition, PlacedDefinition> {
  const compiled = compileAll(models, find);
  const placed = new Map<SharedDefinition, PlacedDefinition>();
  for (const [model, definitions] of Map.groupBy(compiled, ([definition]) => definition.model)) {
    const folder = model === models[0] ? "definitions/" : `definitions/${model.kubernetesVersion}/`;
    const groups = Map.groupBy(definitions, ([{ apiVersions }]) => [...apiVersions].sort().join(" "));
    for (const [users, group] of groups) {
      const path = `${folder}${moduleName(users, group)}.js`;
      for (const [definition, module] of group) placed.set(definition, { definition, compiled: module, path });
    }
  }
  return keepCommonSmall(placed, find);
}

/**
 * Moves a common definition that calls one in another shared module to that module: whoever uses it needs that module
 * anyway, and the others, which load what is common, do not.
 */
function keepCommonSmall(
  placed: ReadonlyMap<SharedDefinition, PlacedDefinition>,
  find: FindDefinition,
): ReadonlyMap<SharedDefinition, PlacedDefinition> {
  const result = new Map(placed);
  for (let last = -1, moved = 0; moved !== last;) {
    last = moved;
    for (const [definition, one] of result) {
      if (!one.path.endsWith(common)) continue;
      const folder = one.path.slice(0, -common.length);
      const other = [...one.compiled.definitions.keys()].map((name) => result.get(find(definition.model, name))?.path)
        .find((path) => path !== one.path && path?.slice(0, path.lastIndexOf("/") + 1) === folder);
      if (other === undefined) continue;
      result.set(definition, { ...one, path: other });
      moved++;
    }
  }
  return result;
}

const common = "common.js";

/** Writes `io.k8s.api.core.v1.PodSpec` as the name of a function: `core_v1_PodSpec`. */
export function identifierOf(definition: string): string {
  return definition.replace(/^io\.k8s\.(?:api\.|apimachinery\.pkg\.(?:apis\.)?)?/, "").replace(/[^A-Za-z0-9]/g, "_");
}

function compileAll(
  models: readonly SchemaModel[],
  find: FindDefinition,
): ReadonlyMap<SharedDefinition, DefinitionModule> {
  const compiled = new Map<SharedDefinition, DefinitionModule>();
  for (const model of models) {
    const open = new Set(model.kinds.map(({ definition }) => definition));
    // The set grows while it is walked.
    for (const name of open) {
      const definition = find(model, name);
      const module = compiled.get(definition) ?? compileDefinition(name, definition.schema, identifierOf);
      compiled.set(definition, module);
      for (const called of module.definitions.keys()) open.add(called);
    }
  }
  return compiled;
}

/** No apiVersion looks like this, so a module of definitions cannot be mistaken for one of kinds. */
function moduleName(users: string, group: readonly (readonly [SharedDefinition, DefinitionModule])[]): string {
  if (!users.includes(" ")) return users.includes("/") ? users.replace("/", "-") : `core-${users}`;
  const [largest] = [...group].sort(([a, x], [b, y]) => y.code.length - x.code.length || (a.name < b.name ? -1 : 1));
  const sizeBytes = group.reduce((sum, [, { code }]) => sum + code.length, 0);
  const isForAll = sizeBytes < largeBytes || users.split(" ").length >= manyUsers;
  return isForAll || largest === undefined ? "common" : identifierOf(largest[0].name);
}
