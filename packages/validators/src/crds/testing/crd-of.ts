import { createValidator, type CustomResourceOptions, type CustomResourceResult } from "../mod.ts";

/** A definition, as far as tests change it. */
export interface TestCrd {
  readonly [field: string]: unknown;
  readonly spec: {
    readonly [field: string]: unknown;
    readonly versions: readonly {
      readonly [field: string]: unknown;
      readonly schema: { readonly openAPIV3Schema: object };
    }[];
  };
}

/** A CustomResourceDefinition of `example.com/v1`, kind `Shop`, whose spec has a schema. */
export function crdOf(spec: unknown, more: { readonly spec?: object; readonly version?: object } = {}): TestCrd {
  const openAPIV3Schema = { type: "object", properties: { spec, status: { type: "object" } } };
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "shops.example.com" },
    spec: {
      group: "example.com",
      scope: "Namespaced",
      names: { kind: "Shop", plural: "shops" },
      versions: [{ name: "v1", served: true, storage: true, schema: { openAPIV3Schema }, ...more.version }],
      ...more.spec,
    },
  };
}

/** An object of that kind. */
export function shopOf(spec: unknown): Readonly<Record<string, unknown>> {
  return { apiVersion: "example.com/v1", kind: "Shop", metadata: { name: "a" }, spec };
}

/** Judges a spec by its schema. */
export function judge(schema: unknown, spec: unknown, options?: CustomResourceOptions): CustomResourceResult {
  return createValidator(crdOf(schema)).validate(shopOf(spec), options);
}

/** `type fieldPath` of each issue. */
export function faultsIn({ issues }: CustomResourceResult): readonly string[] {
  return issues.map(({ type, fieldPath }) => `${type} ${fieldPath}`);
}
