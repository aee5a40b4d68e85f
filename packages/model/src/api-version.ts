import type { GroupVersionKind } from "./schema-model.ts";

/**
 * Joins group and version as manifests write them.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { formatApiVersion } from "@kubeschema/model";
 * assert.equal(formatApiVersion({ group: "apps", version: "v1" }), "apps/v1");
 * assert.equal(formatApiVersion({ group: "", version: "v1" }), "v1");
 * ```
 */
export function formatApiVersion({ group, version }: Pick<GroupVersionKind, "group" | "version">): string {
  return group === "" ? version : `${group}/${version}`;
}

/**
 * Splits an `apiVersion` into group and version.
 *
 * @see {@link https://kubernetes.io/docs/reference/using-api/#api-groups}
 * @param apiVersion `v1` or `<group>/<version>`.
 * @returns Group and version, neither normalised; the core group is `""`.
 * @throws {SyntaxError} If there is more than one `/`.
 */
export function parseApiVersion(apiVersion: string): Pick<GroupVersionKind, "group" | "version"> {
  const [first = "", second, ...others] = apiVersion.split("/");
  if (others.length > 0) {
    throw new SyntaxError(`Cannot read apiVersion ${JSON.stringify(apiVersion)}: more than one "/"`);
  }
  return second === undefined ? { group: "", version: first } : { group: first, version: second };
}
