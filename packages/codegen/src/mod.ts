/**
 * Pure emitters: a schema model in, files out.
 *
 * @module
 */
export { fileHeader } from "./header.ts";
export { emitTypes, type EmitTypesOptions } from "./types/emit-types.ts";
export type { ExternalTypes } from "./types/module-imports.ts";
export type { TypePlace } from "./types/type-modules.ts";
export type { OutputFile } from "./output-file.ts";
export { emitValidators, type EmitValidatorsOptions } from "./validators/emit-validators.ts";
export {
  emitVersionedValidators,
  type EmitVersionedValidatorsOptions,
} from "./validators/emit-versioned-validators.ts";
export type { RuleModule } from "./validators/kind-module.ts";
