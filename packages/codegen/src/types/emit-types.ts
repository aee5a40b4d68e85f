import { compareStrings, type Definition, type Kind, type SchemaModel } from "@kubeschema/model";
import { formatApiVersion } from "@kubeschema/model";
import { fileHeader } from "../header.ts";
import type { OutputFile } from "../output-file.ts";
import { docComment } from "./doc-comment.ts";
import { importAlias, modulePath } from "./module-path.ts";
import { objectIndex } from "./object-index.ts";
import { groupByModule, placeTypes, type TypePlace } from "./type-modules.ts";
import { memberLines, type TypeScope, typeText } from "./type-text.ts";

/**
 * Emits TypeScript types for every definition: one module per group and version, and `objects.ts` with the union of
 * all kinds. Kinds have required, literal `apiVersion` and `kind`.
 *
 * Pure: the same model gives the same bytes.
 *
 * @throws {RangeError} If two definitions of one module have the same name.
 */
export function emitTypes(model: SchemaModel): readonly OutputFile[] {
  const places = placeTypes(model);
  const kinds = new Map(model.kinds.map((kind) => [kind.definition, kind]));
  const files = groupByModule(model, places).map(([module, definitions]): OutputFile => {
    const imports = new ModuleImports(module, places);
    const declarations = definitions.flatMap((definition) => [
      "",
      ...declarationLines(definition, kinds.get(definition.name), imports),
    ]);
    const lines = [...fileHeader(model), ...imports.lines(), ...foreignKinds(module, model, places), ...declarations];
    return { path: `${module}.ts`, text: `${lines.join("\n")}\n` };
  });
  return [...files, objectIndex(model, places)];
}

function declarationLines(
  { name, description, schema }: Definition,
  kind: Kind | undefined,
  imports: ModuleImports,
): readonly string[] {
  const comment = docComment(description, 0);
  const local = imports.reference(name);
  if (schema.type !== "object" || schema.fields.length === 0) {
    return [...comment, `export type ${local} = ${typeText(schema, imports)};`];
  }
  const fields = memberLines(schema.fields.filter(({ name }) => !kind || !Object.hasOwn(LITERALS, name)), imports, 2);
  return [...comment, `export interface ${local} {`, ...literalLines(schema.fields, kind), ...fields, "}"];
}

const LITERALS = {
  apiVersion: (kind: Kind): string => formatApiVersion(kind),
  kind: (kind: Kind): string => kind.kind,
} as const satisfies Record<string, (kind: Kind) => string>;

function literalLines(
  fields: readonly { readonly name: string; readonly description?: string }[],
  kind: Kind | undefined,
): readonly string[] {
  if (!kind) return [];
  return Object.entries(LITERALS).flatMap(([name, literal]) => [
    ...docComment(fields.find((field) => field.name === name)?.description, 2),
    `  ${name}: ${JSON.stringify(literal(kind))};`,
  ]);
}

/** Re-exports kinds of this module's group and version whose types are declared elsewhere, such as Status of v1. */
function foreignKinds(
  module: string,
  model: SchemaModel,
  places: ReadonlyMap<string, TypePlace>,
): readonly string[] {
  const foreign = model.kinds.flatMap((kind) => {
    const place = places.get(kind.definition);
    return place && formatApiVersion(kind) === module && place.module !== module ? [place] : [];
  });
  return [...Map.groupBy(foreign, (place) => place.module)].sort(([a], [b]) => compareStrings(a, b)).map(
    ([from, types]) =>
      `export type { ${types.map(({ name }) => name).sort(compareStrings).join(", ")} } from "${
        modulePath(module, from)
      }";`,
  );
}

/** Collects what a module takes from others while its text is written. */
class ModuleImports implements TypeScope {
  readonly #module: string;
  readonly #places: ReadonlyMap<string, TypePlace>;
  readonly #used = new Map<string, TypePlace>();

  constructor(module: string, places: ReadonlyMap<string, TypePlace>) {
    this.#module = module;
    this.#places = places;
  }

  readonly reference = (definition: string): string => {
    const place = this.#places.get(definition);
    if (!place) throw new RangeError(`Cannot refer to "${definition}": the model has no such definition`);
    if (place.module === this.#module) return place.name;
    const alias = importAlias(place.module);
    this.#used.set(place.module, place);
    return `${alias}.${place.name}`;
  };

  lines(): readonly string[] {
    return [...this.#used.keys()].sort(compareStrings).map(
      (module) => `import type * as ${importAlias(module)} from "${modulePath(this.#module, module)}";`,
    );
  }
}
