import { isJsonObject } from "../values/json-object.ts";
import { newestVersion, parseKubernetesVersion } from "../values/kubernetes-version.ts";
import type { ValidateOptions } from "../values/validate-options.ts";
import { checkCustomResource } from "./check-custom-resource.ts";
import type { CustomResourceResult } from "./custom-resource-result.ts";
import { findVersion } from "./find-version.ts";
import { type CrdRule, listRules } from "./list-rules.ts";
import { readCrd } from "./read-crd.ts";

/** Options for judging a custom resource. */
export interface CustomResourceOptions extends ValidateOptions {
  /**
   * The object that is updated. Without it, the object is judged as one that is created, and transition rules are left
   * out.
   */
  readonly oldValue?: unknown;
  /**
   * The part that is written: the object, or its status, if the kind has that subresource. A write of the object leaves
   * the status unchanged, so the status is not judged. Default: `object`.
   */
  readonly subresource?: "object" | "status";
}

/** One version of a custom kind that is served. */
export interface CustomKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly scope: "Namespaced" | "Cluster";
}

/** Judges the objects of one CustomResourceDefinition. */
export interface CrdValidator {
  readonly group: string;
  readonly kind: string;
  /** The versions that are served, as the definition orders them. */
  readonly kinds: readonly CustomKind[];
  /** The CEL rules of these versions, with the reason for each that cannot be run. */
  readonly rules: readonly CrdRule[];
  /** Lists what is wrong with a value; see `createValidator()`. */
  readonly validate: (value: unknown, options?: CustomResourceOptions) => CustomResourceResult;
}

/**
 * Makes a validator of the objects of a CustomResourceDefinition. It interprets the schema rather than generating code,
 * so it also runs where a Content Security Policy forbids `eval`.
 *
 * The checks are the API server's: structure, limits, formats, defaults, lists of type set and map, embedded objects,
 * metadata, and CEL rules, which run if nothing else is wrong with types and sizes. What it cannot check is listed in
 * `notChecked`.
 *
 * @see {@link https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/}
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { createValidator } from "@kubeschema/validators/crds";
 *
 * const { validate } = createValidator({
 *   apiVersion: "apiextensions.k8s.io/v1",
 *   kind: "CustomResourceDefinition",
 *   metadata: { name: "shops.example.com" },
 *   spec: {
 *     group: "example.com",
 *     scope: "Namespaced",
 *     names: { kind: "Shop", plural: "shops" },
 *     versions: [{
 *       name: "v1",
 *       served: true,
 *       storage: true,
 *       schema: {
 *         openAPIV3Schema: {
 *           type: "object",
 *           properties: {
 *             spec: {
 *               type: "object",
 *               properties: { min: { type: "integer" }, max: { type: "integer" } },
 *               "x-kubernetes-validations": [{ rule: "self.min <= self.max", message: "min must not exceed max" }],
 *             },
 *           },
 *         },
 *       },
 *     }],
 *   },
 * });
 * const shop = { apiVersion: "example.com/v1", kind: "Shop", metadata: { name: "a" }, spec: { min: 2, max: 1 } };
 * const { issues, notChecked } = validate(shop);
 * assert.deepEqual(issues.map(({ type, fieldPath, message }) => [type, fieldPath, message]), [
 *   ["Invalid", "spec", "min must not exceed max"],
 * ]);
 * assert.deepEqual(notChecked, []);
 * ```
 * @param crd A decoded object of `apiextensions.k8s.io/v1`; it is not changed, and may change afterwards.
 * @throws {InvalidCrdError} If it is not such an object, or an API server would not serve it.
 */
export function createValidator(crd: unknown): CrdValidator {
  const definition = readCrd(crd);
  const { group, kind, scope } = definition;
  const served = definition.versions.filter(({ isServed }) => isServed);
  return {
    group,
    kind,
    kinds: served.map(({ name }) => ({ apiVersion: `${group}/${name}`, kind, scope })),
    get rules() {
      return listRules(definition);
    },
    validate: (value, options = {}) => {
      const version = options.kubernetesVersion === undefined
        ? newestVersion
        : parseKubernetesVersion(options.kubernetesVersion);
      const found = findVersion(definition, value);
      if ("issues" in found) return { status: "invalid", issues: found.issues, warnings: [], notChecked: [] };
      return checkCustomResource(definition, found.version, found.object, {
        version,
        areUnknownIgnored: options.unknownFields === "ignore",
        isStatus: options.subresource === "status",
        old: isJsonObject(options.oldValue) ? options.oldValue : undefined,
      });
    },
  };
}
