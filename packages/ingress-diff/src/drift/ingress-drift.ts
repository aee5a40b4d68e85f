import type { JsonObject } from "../observe/json-value.ts";
import type { Advice } from "../rules/rule/rule.ts";
import type { FieldChange } from "./field-change.ts";
import type { FieldOwner } from "./field-owners.ts";
import type { PathStep } from "./field-path.ts";
import type { IngressVersion } from "./ingress-version.ts";
import type { ManifestIssue, ManifestPlace } from "./manifest.ts";

/**
 * What applying a manifest would do.
 *
 * - `new`: the Ingress would be created. `unchanged` and `changed` are what `kubectl diff` says.
 * - `refused`: the manifest is not an Ingress, or the API server would refuse what apply sends.
 * - `unknown`: the live Ingress could not be read.
 */
export type DriftVerdict = "unchanged" | "changed" | "new" | "refused" | "unknown";

/** One Ingress of the manifests against the one in the cluster. */
export interface IngressDrift {
  readonly namespace: string;
  readonly name: string;
  /** That of the manifest. */
  readonly apiVersion: IngressVersion;
  readonly place: ManifestPlace;
  readonly verdict: DriftVerdict;
  /** Whether nothing but the order of list items differs. `kubectl diff` calls that a change, and so does the verdict. */
  readonly isOrderOnly: boolean;
  /** What apply would change. */
  readonly changes: readonly OwnedChange[];
  /** What it would change and the caller wants to hear nothing about. */
  readonly ignored: readonly OwnedChange[];
  /** What only the live Ingress has, and apply would leave as it is. */
  readonly kept: readonly KeptField[];
  /** Whether the live Ingress says who owns its fields; true if there is none. */
  readonly isOwnershipKnown: boolean;
  /** Why it is refused. */
  readonly issues: readonly ManifestIssue[];
  /** Why it is unknown, and what to try. */
  readonly problem?: DriftProblem;
  /** The live Ingress, as it was read. */
  readonly live?: JsonObject;
  /** What the server would store, in the words of networking.k8s.io/v1; absent if that is not known. */
  readonly result?: JsonObject;
}

/** A change with those who own the live value. */
export interface OwnedChange extends FieldChange {
  readonly owners: readonly FieldOwner[];
}

/** A field that only the live Ingress has. */
export interface KeptField {
  readonly path: readonly PathStep[];
  readonly live: unknown;
  readonly owners: readonly FieldOwner[];
}

/** Why something could not be compared, and what to do about it. */
export interface DriftProblem extends Advice {
  readonly message: string;
}

/** The live Ingress that a manifest is about, if it could be read. */
export type LiveIngress =
  /** With its `apiVersion`, also where it came out of a list. */
  | { readonly state: "found"; readonly object: JsonObject }
  | { readonly state: "missing" }
  | { readonly state: "unknown" } & DriftProblem;
