import type { Call } from "@kubeschema/command-kit";
import { emitTypes } from "../../types/emit-types.ts";
import type { ExternalTypes } from "../../types/module-imports.ts";
import { generate, generator } from "../generate.ts";
import type { TypesOptions } from "./types-command.ts";

const meta = "io.k8s.apimachinery.pkg.apis.meta.v1.";

/** Writes types. */
export async function runTypes(options: TypesOptions, call: Call): Promise<number> {
  return await generate(options, call, {
    name: "types",
    emit: (model) => ({
      files: emitTypes(model, {
        generator,
        style: options.style,
        importEnding: `.${options.importEnding}`,
        runtime: "@kubeschema/types/object",
        external: metaTypes,
      }),
      notes: [],
    }),
  });
}

/** ObjectMeta and ListMeta of custom kinds are those of Kubernetes. */
const metaTypes: ExternalTypes = (definition) =>
  definition.startsWith(meta)
    ? { module: "meta/v1", name: definition.slice(meta.length), specifier: "@kubeschema/types/meta/v1" }
    : undefined;
