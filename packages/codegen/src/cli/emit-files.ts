import type { Definition, SchemaModel } from "@kubeschema/model";
import type { OutputFile } from "../output-file.ts";
import { emitTypes } from "../types/emit-types.ts";
import type { ExternalTypes } from "../types/module-imports.ts";
import { emitValidators, isCustom } from "../validators/emit-validators.ts";
import { countRules } from "../validators/left-to-server.ts";
import { CommandError } from "./command-error.ts";
import type { Options } from "./parse-options.ts";

const generator = "kubeschema-codegen";
const META = "io.k8s.apimachinery.pkg.apis.meta.v1.";

/** Files, and what there is to say about them. */
export interface EmittedFiles {
  readonly files: readonly OutputFile[];
  readonly notes: readonly string[];
}

/** Emits what the options ask for. */
export function emitFiles(model: SchemaModel, { target, style, importEnding }: Options): EmittedFiles {
  if (target === "validators") {
    const files = compile(model, () =>
      emitValidators(model, {
        generator,
        runtime: "@kubeschema/validators/runtime",
        types: "@kubeschema/validators",
        custom: isCustom,
      }));
    const ruleCount = Object.values(model.definitions).reduce((sum, { schema }) => sum + countRules(schema), 0);
    return {
      files,
      notes: ruleCount === 0
        ? []
        : [`${ruleCount} CEL rule${ruleCount === 1 ? "" : "s"} of the schemas are left to the API server`],
    };
  }
  return {
    files: emitTypes(model, {
      generator,
      style,
      importEnding,
      runtime: "@kubeschema/types/object",
      external: metaTypes,
    }),
    notes: [],
  };
}

/** AJV gathers the constants of one module with a call that takes each as an argument: the stack bounds their number. */
function compile<T>(model: SchemaModel, emit: () => T): T {
  try {
    return emit();
  } catch (cause) {
    if (!(cause instanceof RangeError) || !cause.message.startsWith("Maximum call stack")) throw cause;
    const countOf = ({ schema }: Definition): number => schema.type === "object" ? schema.fields.length : 0;
    const [largest] = Object.values(model.definitions).sort((a, b) => countOf(b) - countOf(a));
    const which = largest ? `: "${largest.name}" has ${countOf(largest)} fields` : "";
    throw new CommandError(`Cannot emit validators for an object that holds so many others${which}`, { cause });
  }
}

/** ObjectMeta and ListMeta of custom kinds are those of Kubernetes. */
const metaTypes: ExternalTypes = (definition) =>
  definition.startsWith(META)
    ? { module: "meta/v1", name: definition.slice(META.length), specifier: "@kubeschema/types/meta/v1" }
    : undefined;
