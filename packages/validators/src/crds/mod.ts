/**
 * Validators of custom resources, made from their CustomResourceDefinitions at run time: structure, defaults, metadata and
 * CEL rules, as the API server checks them.
 *
 * @module
 */
export { type CrdValidator, createValidator, type CustomKind, type CustomResourceOptions } from "./create-validator.ts";
export type { CustomResourceResult, NotChecked } from "./custom-resource-result.ts";
export { InvalidCrdError } from "./invalid-crd-error.ts";
export type { CrdRule } from "./list-rules.ts";
export { isCrd } from "./read-crd.ts";
