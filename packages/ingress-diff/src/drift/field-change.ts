import type { PathStep } from "./field-path.ts";

/**
 * One difference between a live Ingress and what it becomes.
 *
 * - `added`: not live. `removed`: live, and gone after apply. `changed`: another value.
 * - `moved`: the same items in another order. `kubectl diff` shows it too, since the server stores the order.
 */
export interface FieldChange {
  readonly type: "added" | "removed" | "changed" | "moved";
  readonly path: readonly PathStep[];
  /** Absent if it is not live. */
  readonly live?: unknown;
  /** Absent if it goes. */
  readonly desired?: unknown;
  /**
   * The field that managedFields can name: lists of an Ingress's spec are owned as a whole.
   * Such as `["spec", "rules"]` or `["metadata", "annotations", "a"]`.
   */
  readonly ownedPath: readonly string[];
}
