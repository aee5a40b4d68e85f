import type { SchemaModel } from "@kubeschema/model";
import type { OutputFile } from "../output-file.ts";
import { emitTypes } from "../types/emit-types.ts";
import type { ExternalTypes } from "../types/module-imports.ts";
import type { Options } from "./parse-options.ts";

const generator = "kubeschema-codegen";
const META = "io.k8s.apimachinery.pkg.apis.meta.v1.";

/** Files, and what there is to say about them. */
export interface EmittedFiles {
  readonly files: readonly OutputFile[];
  readonly notes: readonly string[];
}

/** Emits what the options ask for. */
export function emitFiles(model: SchemaModel, { style }: Options): EmittedFiles {
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
