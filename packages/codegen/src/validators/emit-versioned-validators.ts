import { formatApiVersion, type Lifecycle, type SchemaModel } from "@kubeschema/model";
import { fileHeader } from "../header.ts";
import type { OutputFile } from "../output-file.ts";
import { placeTypes } from "../types/type-modules.ts";
import { type KindEntry, kindModuleCode, kindModuleTypes, type RuleModule } from "./kind-module.ts";
import { identifierOf, type PlacedDefinition, placeDefinitions } from "./place-definitions.ts";
import { recursionFinder } from "./recursion-finder.ts";
import { registryCode, registryTypes } from "./registry-module.ts";
import { type FindDefinition, type SharedDefinition, shareDefinitions } from "./shared-definitions.ts";
import { secretPathFinder } from "./secret-paths.ts";
import { specifierFrom } from "./specifier-from.ts";

/** Options of `emitVersionedValidators()`; paths are relative to the output folder. */
export interface EmitVersionedValidatorsOptions {
  /** The server's rules by apiVersion and kind, such as `networking.k8s.io/v1/Ingress`. */
  readonly rules: Readonly<Record<string, RuleModule>>;
  /** The rules of every other kind that has metadata. */
  readonly otherRules: RuleModule;
  /** The lifecycles by apiVersion and kind, including those of kinds that no model has any longer. */
  readonly lifecycles: Readonly<Record<string, Lifecycle>>;
  /** The package that `emitTypes()` fills. */
  readonly objectTypes: string;
  /** The runtime module. */
  readonly runtime: string;
  /** The module with the public types. */
  readonly types: string;
}

/**
 * Emits validators of several Kubernetes versions: those of the first as `emitValidators()` does, those of every other
 * one in a folder, `v1.33/networking.k8s.io/v1.js`, and a registry of all, `registry.js`.
 *
 * A definition that is the same in several versions is emitted once. Definitions share a few modules, since each module
 * takes time to load: those that only one module of kinds needs are in `definitions/apps-v1.js`, those
 * that several need in `definitions/common.js`, and where these are large, as a pod is, in a module named after the
 * largest.
 *
 * @param models The default version first, then from the newest to the oldest.
 * @returns Files sorted by path; the same bytes for the same input.
 * @throws {RangeError} If a reference or a kind names a definition that does not exist.
 */
export function emitVersionedValidators(
  models: readonly SchemaModel[],
  options: EmitVersionedValidatorsOptions,
): readonly OutputFile[] {
  const find = shareDefinitions(models);
  const placed = placeDefinitions(models, find);
  const files = definitionModules(placed, find, options.runtime);
  for (const model of models) files.push(...kindModules(model, model === models[0]));
  const [first] = models;
  if (first !== undefined) {
    const header = `${fileHeader(first).join("\n")}\n`;
    files.push({ path: "registry.js", text: header + registryCode(models, options.lifecycles) });
    files.push({ path: "registry.d.ts", text: header + registryTypes() });
  }
  return files.sort((a, b) => a.path < b.path ? -1 : 1);

  function kindModules(model: SchemaModel, isDefault: boolean): readonly OutputFile[] {
    const header = `${fileHeader(model).join("\n")}\n`;
    const folder = isDefault ? "" : `${model.kubernetesVersion}/`;
    const isRecursive = recursionFinder(model.definitions);
    const secretsOf = secretPathFinder(model.definitions);
    const places = placeTypes(model);
    const entries = model.kinds.map((kind): KindEntry => {
      const key = `${formatApiVersion(kind)}/${kind.kind}`;
      const type = places.get(kind.definition);
      const own = Object.hasOwn(options.rules, key) ? options.rules[key] : undefined;
      return {
        kind,
        rules: own ?? (kind.isNamespaced === undefined ? undefined : options.otherRules),
        hasOnlyMetadataRules: own === undefined && kind.isNamespaced !== undefined,
        isRecursive: isRecursive(kind.definition),
        secrets: secretsOf(kind.definition),
        version: isDefault ? undefined : model.kubernetesVersion,
        objectType: type && { name: type.name, module: `${options.objectTypes}/${folder}${type.module}` },
      };
    });
    return [...Map.groupBy(entries, ({ kind }) => formatApiVersion(kind))].flatMap(([apiVersion, group]) => {
      const path = `${folder}${apiVersion}.js`;
      const imports = {
        runtime: specifierFrom(path, options.runtime),
        types: specifierFrom(path, options.types),
        definition: (name: string): string => specifierFrom(path, placed.get(find(model, name))?.path ?? ""),
        identifier: identifierOf,
        rules: (module: string): string => specifierFrom(path, module),
      };
      const declaration = `${apiVersion.slice(apiVersion.lastIndexOf("/") + 1)}.d.ts`;
      return [
        { path, text: header + kindModuleCode(group, imports, declaration) },
        { path: `${folder}${apiVersion}.d.ts`, text: header + kindModuleTypes(group, imports) },
      ];
    });
  }
}

function definitionModules(
  placed: ReadonlyMap<SharedDefinition, PlacedDefinition>,
  find: FindDefinition,
  runtime: string,
): OutputFile[] {
  return [...Map.groupBy(placed.values(), ({ path }) => path)].map(([path, members]) => {
    const sorted = [...members].sort((a, b) => a.definition.name < b.definition.name ? -1 : 1);
    const imports = new Map<string, Set<string>>();
    const add = (from: string, name: string): void => {
      imports.set(from, (imports.get(from) ?? new Set()).add(name));
    };
    for (const { definition, compiled } of sorted) {
      for (const name of compiled.runtime) add(specifierFrom(path, runtime), name);
      for (const [called, identifier] of compiled.definitions) {
        const target = placed.get(find(definition.model, called))?.path;
        if (target !== undefined && target !== path) add(specifierFrom(path, target), identifier);
      }
    }
    const lines = [...imports].sort(([a], [b]) => a < b ? -1 : 1).map(([from, names]) =>
      `import { ${[...names].sort().join(", ")} } from ${JSON.stringify(from)};\n`
    );
    const header = sorted[0] === undefined ? "" : `${fileHeader(sorted[0].definition.model).join("\n")}\n`;
    const code = sorted.map(({ compiled }) => compiled.code).join("");
    const names = sorted.map(({ definition }) => identifierOf(definition.name));
    return { path, text: `${header}${lines.join("")}${code}export { ${names.join(", ")} };\n` };
  });
}
