import type { GroupVersionKind, Lifecycle } from "@kubeschema/model";
import type { HistoryEvent } from "../history/history.ts";
import type { FieldFacts } from "./field-facts.ts";

/** The reference page of one kind, ready to be written in any format: plain readonly data, without cycles. */
export interface Page {
  /** Unique on the page: the definition's full name. */
  readonly id: string;
  /** Kubernetes release that the page describes, such as `v1.36`. */
  readonly kubernetesVersion: string;
  /** The document that was read, for people: `kubernetes v1.36 api/openapi-spec/swagger.json`. */
  readonly sourceName: string;
  readonly gvk: GroupVersionKind;
  /** `networking.k8s.io/v1`, or `v1` in the core group. */
  readonly apiVersion: string;
  /** Name of the definition, `io.k8s.api.networking.v1.Ingress`. */
  readonly definition: string;
  /** The resource's plural, `ingresses`; absent where the schema lists no endpoint of the kind. */
  readonly plural?: string;
  readonly isNamespaced?: boolean;
  /** The other apiVersions that have a kind with this name. */
  readonly otherApiVersions: readonly string[];
  readonly description?: string;
  /** The versions since which and until which the kind is served, and its replacement. */
  readonly lifecycle?: Lifecycle;
  /** What happened to the kind and its own text between the given versions, in their order. */
  readonly history?: readonly HistoryEvent[];
  /** The newest version no longer serves the kind. */
  readonly isRemoved?: true;
  /** Other definitions that only refer to this one, such as deprecated names. */
  readonly aliases: readonly PageAlias[];
  /** The fields of the kind, required ones first, private types inlined. */
  readonly fields: readonly PageField[];
  /** Types that are described once for all kinds, sorted by name. */
  readonly sharedTypes: readonly SharedType[];
}

/** A definition that only refers to another one. */
export interface PageAlias {
  readonly definition: string;
  readonly description?: string;
}

/** The reference page of a type that several pages link to. */
export interface TypePage {
  /** Unique on the page: the definition's full name. */
  readonly id: string;
  readonly kubernetesVersion: string;
  readonly sourceName: string;
  readonly definition: string;
  /** The last part of the definition's name, `ObjectMeta`. */
  readonly name: string;
  readonly base: BaseType;
  readonly description?: string;
  readonly history?: readonly HistoryEvent[];
  readonly isRemoved?: true;
  readonly fields: readonly PageField[];
  readonly sharedTypes: readonly SharedType[];
}

/** One field, with the fields of its private type below it. */
export interface PageField extends MergeFacts, FieldFacts {
  /** Unique on its page and the same in every version that has the field: `spec.rules.http.paths.pathType`. */
  readonly id: string;
  /** The names from the kind down to this field. */
  readonly path: readonly string[];
  readonly name: string;
  readonly isRequired: boolean;
  readonly type: PageType;
  readonly description?: string;
  /** The text of the field's type, where it differs from that of the field. */
  readonly typeDescription?: string;
  /** What happened to the field between the given versions, in their order. */
  readonly history?: readonly HistoryEvent[];
  /** The newest version no longer has the field. */
  readonly isRemoved?: true;
  /** Empty where the type is a scalar, shared, or described elsewhere on the page. */
  readonly fields: readonly PageField[];
}

/** How a field is merged. */
export interface MergeFacts {
  /** `atomic`, `set` or `map`: how server-side apply merges a list. */
  readonly listType?: string;
  readonly mapKeys?: readonly string[];
  /** `atomic` or `granular`: how server-side apply merges an object. */
  readonly mapType?: string;
  /** For strategic merge patch, such as `merge` or `merge,retainKeys`. */
  readonly patchStrategy?: string;
  readonly patchMergeKey?: string;
}

/** The type of a value. */
export type PageType =
  | ScalarType
  /** An object with fields of its own, or without known fields. */
  | { readonly type: "object" }
  | { readonly type: "list"; readonly items: PageType }
  | { readonly type: "map"; readonly values: PageType }
  | NamedType;

/** A value without parts. */
export interface ScalarType {
  readonly type: "string" | "integer" | "number" | "boolean" | "int-or-string" | "any";
  readonly format?: string;
}

/** A definition, by its short name. */
export interface NamedType {
  readonly type: "named";
  /** The last part of the definition's name, `IngressSpec`. */
  readonly name: string;
  readonly definition: string;
  /** The JSON type of the definition. */
  readonly base: BaseType;
  /** Id of the place on this page that describes it; absent where the fields follow immediately. */
  readonly target?: string;
}

/** The JSON type of a value, without its parts. */
export type BaseType = ScalarType | { readonly type: "object" | "list" | "map" };

/** A type that several kinds share, in summary. */
export interface SharedType {
  /** Unique on the page: the definition's full name. */
  readonly id: string;
  readonly name: string;
  readonly definition: string;
  readonly description?: string;
  readonly base: BaseType;
  readonly fields: readonly SharedField[];
  /** The page that describes the type in full, where the summary leaves types out. */
  readonly fullPage?: { readonly kind: string; readonly apiVersion: string };
}

/** One line of a shared type's summary. */
export interface SharedField {
  readonly name: string;
  readonly isRequired: boolean;
  readonly type: PageType;
  readonly description?: string;
}
