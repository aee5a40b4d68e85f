import type { Kind, Schema } from "../schema-model.ts";

/**
 * Facts that the official client's typings do not contain: the group and package of each class, and the names of the
 * schemas that the client inlines (Quantity, Time, ...).
 */
export interface ClientTypingsFacts {
  readonly packages: Readonly<Record<string, PackageFacts>>;
  readonly inlined: Readonly<Record<string, InlinedDefinition>>;
}

/** The definitions of one package such as `io.k8s.api.networking.v1`. */
export interface PackageFacts {
  readonly group: string;
  readonly version: string;
  /** Kinds by name: plural and scope where the kind has endpoints. */
  readonly kinds: Readonly<Record<string, Pick<Kind, "plural" | "isNamespaced">>>;
  /** The other definitions, by their last name. */
  readonly others: readonly string[];
}

/** A definition for which the client has no class. */
export interface InlinedDefinition {
  readonly schema: Schema;
  /** The fields that refer to it, directly or as items or values: `io.k8s.api.core.v1.Secret.data`. */
  readonly fields: readonly string[];
}
