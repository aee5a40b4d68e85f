/**
 * Pure emitters: a schema model in, files out.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { emitTypes } from "@kubeschema/codegen";
 * import { readOpenApiV2 } from "@kubeschema/model";
 * const document = {
 *   swagger: "2.0",
 *   definitions: { "example.v1.Shop": { type: "object", properties: { size: { type: "integer" } } } },
 * };
 * const { model } = readOpenApiV2(document, { kubernetesVersion: "v1.36", name: "swagger.json", sha256: "" });
 * const files = emitTypes(model, { runtime: "@kubeschema/types" });
 * assert.ok(files.some(({ text }) => text.includes("export interface Shop")));
 * ```
 *
 * @module
 */

// What every emitter returns, and the lines that each of its files begins with.
export type { OutputFile } from "./output-file.ts";
export { fileHeader } from "./header.ts";

// Types.
export { emitTypes, type EmitTypesOptions } from "./types/emit-types.ts";
export type { ExternalTypes } from "./types/module-imports.ts";
export type { TypePlace } from "./types/type-modules.ts";

// Validators, of one version or of several.
export { emitValidators, type EmitValidatorsOptions } from "./validators/emit-validators.ts";
export {
  emitVersionedValidators,
  type EmitVersionedValidatorsOptions,
} from "./validators/emit-versioned-validators.ts";
export type { RuleModule } from "./validators/kind-module.ts";
