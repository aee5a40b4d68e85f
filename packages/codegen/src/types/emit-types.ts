import { formatApiVersion, type Kind, type SchemaModel } from "@kubeschema/model";
import { compareText } from "@kubeschema/model/compare-text";
import { fileHeader } from "../header.ts";
import type { OutputFile } from "../output-file.ts";
import { declarationLines } from "./declaration-lines.ts";
import { kindFunctionLines, kindFunctions, kindImports } from "./kind-functions.ts";
import { type ExternalTypes, ModuleImports } from "./module-imports.ts";
import { type ImportEnding, modulePath, runtimePath } from "./module-path.ts";
import { objectIndex } from "./object-index.ts";
import { allowServerNulls } from "./server-nulls.ts";
import { partShared } from "./shared-parts.ts";
import { fileOf, groupByFile, placeTypes, type TypePlace } from "./type-modules.ts";

/** The form of the emitted types, and what they depend on. */
export interface EmitTypesOptions {
  /**
   * `closed` (default) refuses unknown fields; `open` adds `[key: string]: any` to every object.
   */
  readonly style?: "closed" | "open";
  /**
   * The module with `hasTypeMeta`, `withTypeMeta` and `OptionalTypeMeta`: a path from the output folder, or a package.
   */
  readonly runtime?: string;
  /** Finds definitions that the model refers to but does not contain. */
  readonly external?: ExternalTypes;
  /**
   * The page that documents a kind, for a link in its doc comment. Other types have no link: they would load more
   * slowly.
   */
  readonly reference?: (definition: string) => string | undefined;
  /** `.ts` (default) runs unbuilt on Node, Deno and Bun; `.js` is for a tree that `tsc` compiles. */
  readonly importEnding?: ImportEnding;
  /** The generator that the first line of every file names. Default: `tools/generate`. */
  readonly generator?: string;
}

/**
 * Emits TypeScript types for every definition, and a builder and a guard for every kind: one module per group and
 * version, and `objects.ts` with the union of all kinds. Kinds have required, literal `apiVersion` and `kind`.
 *
 * Pure: the same model gives the same bytes.
 *
 * @throws {RangeError} If two definitions of one module have the same name, or a reference names no definition.
 */
export function emitTypes(given: SchemaModel, options: EmitTypesOptions = {}): readonly OutputFile[] {
  const model = allowServerNulls(given);
  const { style = "closed", runtime = "../object.ts", external = () => undefined, generator } = options;
  const { importEnding = ".ts", reference = () => undefined } = options;
  const places = partShared(model, placeTypes(model));
  const kinds = new Map(model.kinds.map((kind) => [kind.definition, kind]));
  const files = groupByFile(model, places).map(([module, definitions]): OutputFile => {
    const imports = new ModuleImports(module, places, { isOpen: style === "open", external, importEnding });
    const declarations = definitions.flatMap((definition) => {
      const kind = kinds.get(definition.name);
      return [
        "",
        ...declarationLines(definition, kind, imports, (name) => kinds.has(name), kind && reference(kind.definition)),
        ...(kind ? kindFunctionLines(kind, imports.reference(definition.name)) : []),
      ];
    });
    const hasKinds = definitions.some(({ name }) => kinds.has(name));
    const lines = [
      ...fileHeader(model, generator),
      ...runtimeImports(hasKinds, declarations).map((line) => `${line} from "${runtimePath(module, runtime)}";`),
      ...imports.lines(),
      ...foreignKinds(module, model, places, importEnding),
      ...sharedPart(module, places, (name) => kinds.has(name), importEnding),
      ...declarations,
    ];
    return { path: `${module}.ts`, text: `${lines.join("\n")}\n` };
  });
  return [...files, objectIndex(model, places, importEnding, generator)];
}

/** Even a module without a kind may contain objects of another module's kind. */
function runtimeImports(hasKinds: boolean, declarations: readonly string[]): readonly string[] {
  if (hasKinds) return [`import { ${kindImports.join(", ")} }`];
  return declarations.some((line) => line.includes(": OptionalTypeMeta<")) ? ["import type { OptionalTypeMeta }"] : [];
}

/** Re-exports kinds of this module's group and version that are declared elsewhere, such as Status of v1. */
function foreignKinds(
  module: string,
  model: SchemaModel,
  places: ReadonlyMap<string, TypePlace>,
  importEnding: ImportEnding,
): readonly string[] {
  const isForeign = (kind: Kind): TypePlace[] => {
    const place = places.get(kind.definition);
    return place && formatApiVersion(kind) === module && place.module !== module ? [place] : [];
  };
  const byFile = Map.groupBy(model.kinds.flatMap(isForeign), fileOf);
  return [...byFile].sort(([a], [b]) => compareText(a, b)).map(([from, types]) => {
    const names = types.flatMap(({ name }) => [`type ${name}`, ...Object.values(kindFunctions(name))]);
    return `export { ${names.sort(compareText).join(", ")} } from "${modulePath(module, from, importEnding)}";`;
  });
}

/** Exports what a module has in a file next to it, as if it were declared here. */
function sharedPart(
  module: string,
  places: ReadonlyMap<string, TypePlace>,
  isKind: (definition: string) => boolean,
  importEnding: ImportEnding,
): readonly string[] {
  const shared = [...places].filter(([, place]) => place.module === module && fileOf(place) !== module);
  const [, first] = shared[0] ?? [];
  if (!first) return [];
  const names = shared.flatMap(([definition, { name }]) => [
    `type ${name}`,
    ...(isKind(definition) ? Object.values(kindFunctions(name)) : []),
  ]);
  const sorted = [...new Set(names)].sort(compareText);
  return [
    "export {",
    ...sorted.map((name) => `  ${name},`),
    `} from "${modulePath(module, fileOf(first), importEnding)}";`,
  ];
}
