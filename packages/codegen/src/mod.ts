/**
 * Pure emitters: a schema model in, files out.
 *
 * @module
 */
export { emitTypes } from "./types/emit-types.ts";
export type { OutputFile } from "./output-file.ts";
export { emitValidators, type EmitValidatorsOptions } from "./validators/emit-validators.ts";
export type { RuleModule } from "./validators/kind-module.ts";
