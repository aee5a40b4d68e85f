import type { SchemaModel } from "@kubeschema/model";
import { formatApiVersion } from "@kubeschema/model";
import { fileHeader } from "../header.ts";
import type { OutputFile } from "../output-file.ts";
import { compileDefinition } from "./definition-module.ts";
import { toCustomSchema } from "./custom-schema.ts";
import { type KindEntry, kindModuleCode, kindModuleTypes, type RuleModule } from "./kind-module.ts";
import { leftToServer } from "./left-to-server.ts";
import { secretPathFinder } from "./secret-paths.ts";
import { specifierFrom } from "./specifier-from.ts";
import { metaDefinitions } from "./meta-definitions.ts";
import { placeTypes } from "../types/type-modules.ts";
import { recursionFinder } from "./recursion-finder.ts";
import { toValidatorSchema } from "./validator-schema.ts";

/** Options of `emitValidators()`. */
export interface EmitValidatorsOptions {
  /**
   * The server's rules by apiVersion and kind, such as `networking.k8s.io/v1/Ingress`; rules of kinds that the model
   * lacks are not used.
   */
  readonly rules?: Readonly<Record<string, RuleModule>>;
  /** The runtime module, relative to the output folder or a package. Default: `../runtime/mod.ts`. */
  readonly runtime?: string;
  /** The module with the public types, likewise. Default: `../mod.ts`. */
  readonly types?: string;
  /**
   * Tells which definitions are to be read as a CustomResourceDefinition means them: their limits, enum values and
   * unique items are checked too. Default: all of a model that was read from CustomResourceDefinitions, otherwise none.
   */
  readonly custom?: (definition: string) => boolean;
  /**
   * The package with the types that the guards narrow to, as `emitTypes()` writes them: `@kubeschema/types`. Without it
   * they narrow to `apiVersion` and `kind` only.
   */
  readonly objectTypes?: string;
  /** The generator that the first line of every file names. Default: `tools/generate`. */
  readonly generator?: string;
}

/**
 * Emits a validator for every kind of a model, as JavaScript modules without dependencies, `eval` or `require`.
 *
 * One module per group/version (`networking.k8s.io/v1.js`, `v1.js` for the core group) exports
 * `validateIngress(value)`, `isValidIngress(value)`, `assertIngress(value)` and so on, with its types next to it. They
 * import `definitions/<name>.js`, one per object, which call each other: nothing is copied, and cycles work. Only
 * definitions that a kind needs are emitted.
 *
 * What is checked: types, integer ranges, the formats quantity, date-time and byte, enum values, unknown fields, and
 * `required` marks. `null` passes for every field, list item and map value, as on the API server.
 *
 * @example One kind without fields
 * ```ts
 * import assert from "node:assert/strict";
 * import { emitValidators } from "@kubeschema/codegen";
 *
 * const files = emitValidators({
 *   kubernetesVersion: "v1.36",
 *   source: { format: "openapi-v2", name: "example", sha256: "ab12" },
 *   definitions: { "io.example.Marker": { name: "io.example.Marker", gvks: [], schema: { type: "object", fields: [] } }
 * }, kinds: [{ group: "example.io", version: "v1", kind: "Marker", definition: "io.example.Marker" }], });
 * assert.deepEqual(files.map((file) => file.path), [ "definitions/io.example.Marker.js", "example.io/v1.d.ts",
 * "example.io/v1.js", ]);
 * ```
 * @param model The schema to emit.
 * @param options The places of rules and runtime for the emitted modules.
 * @returns Files sorted by path; the same bytes for the same input.
 * @throws {RangeError} If a reference or a kind names a definition that does not exist.
 */
export function emitValidators(model: SchemaModel, options: EmitValidatorsOptions = {}): readonly OutputFile[] {
  const { rules = {}, runtime = "../runtime/mod.ts", types = "../mod.ts", generator } = options;
  const header = `${fileHeader(model, generator).join("\n")}\n`;
  const { custom = model.source.format === "crd" ? isCustom : () => false } = options;
  // A model of custom kinds refers to ObjectMeta and does not contain it.
  const definitions = { ...metaDefinitions, ...model.definitions };

  const files: OutputFile[] = [];
  const unchecked = new Map<string, readonly string[]>();
  const wanted = model.kinds.map(({ definition }) => definition);
  const emitted = new Set<string>();
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const definition = Object.hasOwn(definitions, name) ? definitions[name] : undefined;
    if (definition === undefined) throw new RangeError(`Cannot emit a validator: there is no definition "${name}"`);
    if (emitted.has(name)) continue;
    emitted.add(name);
    const path = definitionPath(name);
    const converted = custom(name)
      ? toCustomSchema(definition, definitions)
      : { schema: toValidatorSchema(definition, definitions), unchecked: [] };
    unchecked.set(name, converted.unchecked);
    const compiled = compileDefinition(name, converted.schema);
    const lines = [...compiled.definitions].sort(([a], [b]) => a < b ? -1 : 1).map(([referred, identifier]) =>
      `import { validate as ${identifier} } from ${JSON.stringify(specifierFrom(path, definitionPath(referred)))};\n`
    );
    if (compiled.runtime.length > 0) {
      const from = JSON.stringify(specifierFrom(path, runtime));
      lines.unshift(`import { ${compiled.runtime.join(", ")} } from ${from};\n`);
    }
    files.push({ path, text: header + lines.join("") + compiled.code });
    wanted.push(...compiled.definitions.keys());
  }

  const isRecursive = recursionFinder(definitions);
  const secretsOf = secretPathFinder(definitions);
  const places = options.objectTypes === undefined ? undefined : placeTypes(model);
  const entries = model.kinds.map((kind): KindEntry => {
    const key = `${formatApiVersion(kind)}/${kind.kind}`;
    const place = places?.get(kind.definition);
    return {
      kind,
      rules: Object.hasOwn(rules, key) ? rules[key] : undefined,
      isRecursive: isRecursive(kind.definition),
      secrets: secretsOf(kind.definition),
      objectType: place && { name: place.name, module: `${options.objectTypes}/${place.module}` },
      source: custom(kind.definition) ? model.source.name : undefined,
      custom: custom(kind.definition) ? leftToServer(kind.definition, definitions, unchecked) : undefined,
    };
  });
  for (const [apiVersion, group] of Map.groupBy(entries, ({ kind }) => formatApiVersion(kind))) {
    const path = `${apiVersion}.js`;
    const imports = {
      runtime: specifierFrom(path, runtime),
      types: specifierFrom(path, types),
      definition: (name: string) => specifierFrom(path, definitionPath(name)),
      rules: (module: string) => specifierFrom(path, module),
    };
    const declaration = `${apiVersion.slice(apiVersion.lastIndexOf("/") + 1)}.d.ts`;
    files.push({ path, text: header + kindModuleCode(group, imports, declaration) });
    files.push({ path: `${apiVersion}.d.ts`, text: header + kindModuleTypes(group, imports) });
  }
  return files.sort((a, b) => a.path < b.path ? -1 : 1);
}

/** Distinguishes definitions of custom kinds from those of Kubernetes itself, by name. */
export function isCustom(definition: string): boolean {
  return !/^io\.k8s\.(?:api|apimachinery|apiextensions-apiserver|kube-aggregator)\./.test(definition);
}

function definitionPath(name: string): string {
  return `definitions/${name}.js`;
}
