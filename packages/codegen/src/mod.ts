/**
 * Pure emitters: a schema model in, files out.
 *
 * @module
 */
export type { OutputFile } from "./output-file.ts";
