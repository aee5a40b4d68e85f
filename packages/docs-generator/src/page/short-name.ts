/**
 * The last part of a definition's name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { shortName } from "@kubeschema/docs-generator";
 * assert.equal(shortName("io.k8s.api.networking.v1.IngressSpec"), "IngressSpec");
 * ```
 */
export function shortName(definition: string): string {
  return definition.slice(definition.lastIndexOf(".") + 1);
}
