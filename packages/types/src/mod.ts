/**
 * TypeScript types for every Kubernetes kind.
 *
 * Each group and version has its own module, such as `@kubeschema/types/networking.k8s.io/v1`; this one knows all
 * kinds.
 *
 * @example
 * ```ts
 * import type { AnyObject, ObjectOf } from "@kubeschema/types";
 *
 * export function hostsOf(object: AnyObject): string[] {
 *   if (object.apiVersion !== "networking.k8s.io/v1" || object.kind !== "Ingress") return [];
 *   return object.spec?.rules?.flatMap(({ host }) => host ?? []) ?? [];
 * }
 *
 * export type Ingress = ObjectOf<"networking.k8s.io/v1", "Ingress">;
 * ```
 *
 * @module
 */
export type { AnyObject, ObjectOf, ObjectsByApiVersion } from "./gen/objects.ts";
export { isKind } from "./is-kind.ts";
export { hasTypeMeta, type OptionalTypeMeta, type TypeMeta, withTypeMeta } from "./object.ts";
