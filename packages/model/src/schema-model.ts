/** A JSON value as `JSON.parse` gives it. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** Group, version and kind of an object; the core group is `""`. */
export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** The schema of one Kubernetes API: plain readonly data, sorted, without cycles (a reference is a name). */
export interface SchemaModel {
  /** Kubernetes release, such as `v1.36`. */
  readonly kubernetesVersion: string;
  readonly source: ModelSource;
  /** Every named schema, sorted by name. */
  readonly definitions: Readonly<Record<string, Definition>>;
  /** Every kind, sorted by group, version and kind. */
  readonly kinds: readonly Kind[];
}

/** The source of a model. */
export interface ModelSource {
  readonly format: "openapi-v2" | "openapi-v3" | "crd" | "client-typings";
  /** A name for people, such as `kubernetes v1.36 api/openapi-spec/swagger.json`. */
  readonly name: string;
  /** SHA-256 of the bytes that were read, in hexadecimal. */
  readonly sha256: string;
}

/** A kind of object, with the definition that describes it. */
export interface Kind extends GroupVersionKind {
  /** Name of the definition, `io.k8s.api.networking.v1.Ingress`. */
  readonly definition: string;
  /** The resource's plural, `ingresses`; absent where the source lists no endpoint of the kind (Lists, Status, ...). */
  readonly plural?: string;
  /** Absent where the source lists no endpoint of the kind. */
  readonly isNamespaced?: boolean;
  readonly lifecycle?: Lifecycle;
}

/** The Kubernetes minor versions, such as `1.22`, in which a kind appeared, was deprecated and was removed. */
export interface Lifecycle {
  readonly introduced?: string;
  readonly deprecated?: string;
  /** The first version that no longer serves it. */
  readonly removed?: string;
  /** What to use instead, as `apiVersion/kind`. */
  readonly replacement?: string;
}

/** One named schema. */
export interface Definition {
  readonly name: string;
  readonly description?: string;
  /** The kinds that this definition describes; several for the likes of DeleteOptions. */
  readonly gvks: readonly GroupVersionKind[];
  readonly schema: Schema;
  /**
   * Keywords kept unchanged: every `x-kubernetes-*` key for which there is no field here, and what is not understood.
   */
  readonly extensions?: Readonly<Record<string, JsonValue>>;
}

/** One field of an object. */
export interface Field {
  readonly name: string;
  /** The text of the field itself, which may differ from that of its definition. */
  readonly description?: string;
  readonly isRequired: boolean;
  readonly schema: Schema;
  /** `x-kubernetes-patch-strategy`, such as `merge` or `merge,retainKeys`. */
  readonly patchStrategy?: string;
  /** `x-kubernetes-patch-merge-key`. */
  readonly patchMergeKey?: string;
  readonly extensions?: Readonly<Record<string, JsonValue>>;
}

/** What narrows the values of a schema beyond its type. */
export interface Facets {
  /** The value that the API server fills in. */
  readonly default?: JsonValue;
  /** The values that the API server accepts. */
  readonly enum?: readonly JsonValue[];
  /** Whether `null` is a distinct value, which pruning keeps. */
  readonly isNullable?: boolean;
  /**
   * JSON Schema keywords that need no interpretation, unchanged: `minimum`, `maxLength`, `pattern`, `anyOf`, `not`, ...
   */
  readonly constraints?: Readonly<Record<string, JsonValue>>;
  /** `x-kubernetes-validations`: rules in CEL, whose `self` is this value. */
  readonly validations?: readonly ValidationRule[];
}

/** One CEL rule of `x-kubernetes-validations`, as the CustomResourceDefinition writes it. */
export interface ValidationRule {
  readonly rule: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: string;
  readonly fieldPath?: string;
  readonly optionalOldSelf?: boolean;
}

/** The shape of a value; the variants are distinguished by `type`. */
export type Schema =
  | ObjectSchema
  | MapSchema
  | ListSchema
  | StringSchema
  | IntegerSchema
  | NumberSchema
  | BooleanSchema
  | IntOrStringSchema
  | RefSchema
  | AnySchema;

/** An object with known fields, in the order of the source. Without fields it stands for any object. */
export interface ObjectSchema extends Facets {
  readonly type: "object";
  readonly fields: readonly Field[];
  /** `x-kubernetes-map-type`: `atomic` objects are replaced as a whole. */
  readonly mapType?: string;
  /** `x-kubernetes-preserve-unknown-fields`: fields beyond the known ones are kept. */
  readonly preservesUnknownFields?: boolean;
  /** `x-kubernetes-embedded-resource`: the value is a whole object with apiVersion, kind and metadata. */
  readonly isEmbeddedResource?: boolean;
}

/** A map from string to one type of value. */
export interface MapSchema extends Facets {
  readonly type: "map";
  readonly values: Schema;
  readonly mapType?: string;
}

/** A list; `listType` and `mapKeys` tell how server-side apply merges it. */
export interface ListSchema extends Facets {
  readonly type: "list";
  readonly items: Schema;
  readonly listType?: string;
  readonly mapKeys?: readonly string[];
}

/** A string; `format` is the source's, such as `byte`, `date-time` or `quantity`. */
export interface StringSchema extends Facets {
  readonly type: "string";
  readonly format?: string;
}

/** A whole number; `format` is `int32` or `int64`. */
export interface IntegerSchema extends Facets {
  readonly type: "integer";
  readonly format?: string;
}

/** A number; `format` is `double` or `float`. */
export interface NumberSchema extends Facets {
  readonly type: "number";
  readonly format?: string;
}

/** `true` or `false`. */
export interface BooleanSchema extends Facets {
  readonly type: "boolean";
}

/** A number or a string; Kubernetes calls it IntOrString. */
export interface IntOrStringSchema extends Facets {
  readonly type: "int-or-string";
}

/** A reference to a definition by name. */
export interface RefSchema extends Facets {
  readonly type: "ref";
  readonly definition: string;
}

/** Any JSON value. */
export interface AnySchema extends Facets {
  readonly type: "any";
}
