import type { Pattern } from "./pattern.ts";

/** The JSON types that a schema can require. */
export type SchemaType = "object" | "array" | "string" | "integer" | "number" | "boolean";

/** One node of a structural schema, or of the alternatives inside one: an OpenAPI v3 schema with defaults filled in. */
export interface Schema {
  /** Absent if any type is allowed. */
  readonly type: SchemaType | undefined;
  readonly isNullable: boolean;
  readonly isIntOrString: boolean;
  /** True where unknown fields are kept. */
  readonly isPreserving: boolean;
  /** True where the value is an object with apiVersion, kind and metadata of its own. */
  readonly isEmbedded: boolean;
  /** Boxed, since `undefined` is not a default. */
  readonly default: { readonly value: unknown } | undefined;
  readonly properties: ReadonlyMap<string, Schema>;
  /** The schema of the values of a map. */
  readonly additional: Schema | undefined;
  readonly items: Schema | undefined;
  readonly listType: "atomic" | "set" | "map" | undefined;
  /** The fields by which the items of a list of type "map" are distinguished. */
  readonly mapKeys: readonly string[];
  readonly required: readonly string[];
  readonly limits: Limits;
  readonly enum: readonly unknown[] | undefined;
  readonly format: string | undefined;
  readonly pattern: Pattern | undefined;
  readonly allOf: readonly Schema[];
  readonly anyOf: readonly Schema[];
  readonly oneOf: readonly Schema[];
  readonly not: Schema | undefined;
  readonly rules: readonly Rule[];
}

/** Limits of numbers, lengths and counts. */
export interface Limits {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly isMinimumExclusive: boolean;
  readonly isMaximumExclusive: boolean;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
}

/** One entry of `x-kubernetes-validations`. */
export interface Rule {
  readonly rule: string;
  readonly message: string | undefined;
  readonly messageExpression: string | undefined;
  readonly reason: string | undefined;
  /** Where the fault is, from the value that the rule is about: `.spec.name`. */
  readonly fieldPath: string | undefined;
  readonly isOldSelfOptional: boolean;
}
