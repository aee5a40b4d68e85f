/**
 * Pure emitters: a schema model in, files out.
 *
 * @module
 */
export { emitTypes } from "./types/emit-types.ts";
export type { OutputFile } from "./output-file.ts";
