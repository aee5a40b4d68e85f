import type { Definition, SchemaModel } from "@kubeschema/model";
import { compareText } from "@kubeschema/model/compare-text";
import { formatApiVersion } from "@kubeschema/model";
import { isReservedType } from "./reserved-words.ts";

/** The place where a definition's type is declared. */
export interface TypePlace {
  /** Module path without ending: `networking.k8s.io/v1`; the core group is `v1`. */
  readonly module: string;
  /** Name of the type in it. */
  readonly name: string;
  /** The file that declares the type, if the module only exports it. */
  readonly file?: string;
}

/** Returns the path, without ending, of the file that declares a type. */
export function fileOf({ module, file }: TypePlace): string {
  return file ?? module;
}

const machinery = "io.k8s.apimachinery.";
const machineryModule = "meta/v1";

/**
 * Assigns every definition to the module of its package's group and version. What all groups share (ObjectMeta,
 * Quantity, IntOrString, ...) is in `meta/v1`.
 *
 * @throws {RangeError} If two definitions of one module have the same name.
 */
export function placeTypes(model: SchemaModel): ReadonlyMap<string, TypePlace> {
  const apiVersions = new Map(model.kinds.map((kind) => [packageOf(kind.definition), formatApiVersion(kind)]));
  const places = new Map<string, TypePlace>();
  const owners = new Map<string, string>();
  for (const { name, schema } of Object.values(model.definitions)) {
    const place = { module: moduleOf(name, apiVersions), name: typeName(name) };
    const key = `${place.module} ${place.name}`;
    const owner = owners.get(key);
    // Until v1.13, documents repeat every definition under its old name as a reference to the new one.
    const isOldName = schema.type === "ref" && schema.definition === owner;
    if (owner !== undefined && !isOldName) {
      throw new RangeError(`Cannot place "${name}": module "${place.module}" has "${place.name}" from "${owner}"`);
    }
    if (!isOldName) owners.set(key, name);
    places.set(name, place);
  }
  return places;
}

/** Groups definitions by the file that declares them, both in order; old names of other definitions are left out. */
export function groupByFile(
  model: SchemaModel,
  places: ReadonlyMap<string, TypePlace>,
): readonly (readonly [file: string, definitions: readonly Definition[]])[] {
  const key = (name: string): string => `${places.get(name)?.module} ${places.get(name)?.name}`;
  const declared = Object.values(model.definitions).filter(({ name, schema }) =>
    schema.type !== "ref" || key(schema.definition) !== key(name)
  );
  const files = Map.groupBy(declared, ({ name }) => {
    const place = places.get(name);
    return place ? fileOf(place) : "";
  });
  return [...files].sort(([a], [b]) => compareText(a, b));
}

function moduleOf(definition: string, apiVersions: ReadonlyMap<string, string>): string {
  if (definition.startsWith(machinery)) return machineryModule;
  const packageName = packageOf(definition);
  // A package without a kind of its own is named after its last two parts.
  return apiVersions.get(packageName) ?? packageName.split(".").slice(-2).join("/");
}

function packageOf(definition: string): string {
  return definition.slice(0, Math.max(0, definition.lastIndexOf(".")));
}

/** The last part of a definition's name, made an identifier. */
function typeName(definition: string): string {
  const name = definition.slice(definition.lastIndexOf(".") + 1).replace(/[^A-Za-z0-9_$]/g, "_");
  if (/^[0-9]/.test(name) || name === "") return `_${name}`;
  return isReservedType(name) ? `${name}_` : name;
}
