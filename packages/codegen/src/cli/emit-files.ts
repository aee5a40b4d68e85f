import type { SchemaModel } from "@kubeschema/model";
import type { OutputFile } from "../output-file.ts";
import { emitTypes } from "../types/emit-types.ts";
import type { ExternalTypes } from "../types/module-imports.ts";
import { emitValidators, isCustom } from "../validators/emit-validators.ts";
import { countRules } from "../validators/left-to-server.ts";
import type { Options } from "./parse-options.ts";

const generator = "kubeschema-codegen";
const META = "io.k8s.apimachinery.pkg.apis.meta.v1.";

/** Files, and what there is to say about them. */
export interface EmittedFiles {
  readonly files: readonly OutputFile[];
  readonly notes: readonly string[];
}

/** Emits what the options ask for. */
export function emitFiles(model: SchemaModel, { target, style }: Options): EmittedFiles {
  if (target === "validators") {
    const files = emitValidators(model, {
      generator,
      runtime: "@kubeschema/validators/runtime",
      types: "@kubeschema/validators",
      custom: isCustom,
    });
    const ruleCount = Object.values(model.definitions).reduce((sum, { schema }) => sum + countRules(schema), 0);
    return {
      files,
      notes: ruleCount === 0
        ? []
        : [`${ruleCount} CEL rule${ruleCount === 1 ? "" : "s"} of the schemas are left to the API server`],
    };
  }
  return {
    files: emitTypes(model, { generator, style, runtime: "@kubeschema/types", external: metaTypes }),
    notes: [],
  };
}

/** ObjectMeta and ListMeta of custom kinds are those of Kubernetes. */
const metaTypes: ExternalTypes = (definition) =>
  definition.startsWith(META)
    ? { module: "meta/v1", name: definition.slice(META.length), specifier: "@kubeschema/types/meta/v1" }
    : undefined;
