import type { ObjectOf, ObjectsByApiVersion } from "./gen/objects.ts";
import { hasTypeMeta } from "./object.ts";

/**
 * Tells whether a value is an object of a kind, by `apiVersion` and `kind` alone: nothing else in it is checked.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { isKind } from "@kubeschema/types";
 * const object: unknown = { apiVersion: "networking.k8s.io/v1", kind: "Ingress", spec: {} };
 * assert.ok(isKind(object, "networking.k8s.io/v1", "Ingress"));
 * assert.deepEqual(object.spec?.rules, undefined); // an Ingress here
 * ```
 */
export function isKind<
  ApiVersion extends keyof ObjectsByApiVersion,
  Kind extends keyof ObjectsByApiVersion[ApiVersion] & string,
>(value: unknown, apiVersion: ApiVersion, kind: Kind): value is ObjectOf<ApiVersion, Kind> {
  return hasTypeMeta(value, apiVersion, kind);
}
