/** An event in the history of a kind, a type or a field, between two of the versions that the history was made from. */
export interface HistoryEvent {
  readonly type:
    | "added"
    | "removed"
    | "deprecated"
    | "text"
    | "type"
    | "required"
    | "optional"
    | "values";
  /** The first given version after the event. */
  readonly version: string;
  /** The last given version before it. */
  readonly previous: string;
  /** The state before: a text, a type, or enum values separated by commas. */
  readonly before?: string;
  readonly after?: string;
}

/** Looks up events; each list is in the order of the versions. */
export interface SchemaHistory {
  /** The compared versions, oldest first. */
  readonly versions: readonly string[];
  /** @param key `networking.k8s.io/v1/Ingress`. */
  ofKind(key: string): readonly HistoryEvent[];
  ofDefinition(definition: string): readonly HistoryEvent[];
  ofField(definition: string, field: string): readonly HistoryEvent[];
}

/** Tells whether the newest version no longer has what these events happened to. */
export function isRemoved(events: readonly HistoryEvent[] | undefined): boolean {
  return events?.findLast(({ type }) => type === "added" || type === "removed")?.type === "removed";
}

/**
 * Names the versions that may have brought an event: `v1.35`, or `v1.34 or v1.35` where the history skips v1.34.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { formatEventVersion } from "@kubeschema/docs-generator";
 * assert.equal(formatEventVersion({ version: "v1.36", previous: "v1.35" }), "v1.36");
 * assert.equal(formatEventVersion({ version: "v1.35", previous: "v1.33" }), "v1.34 or v1.35");
 * assert.equal(formatEventVersion({ version: "v1.28", previous: "v1.13" }), "v1.14 to v1.28");
 * ```
 */
export function formatEventVersion({ version, previous }: Pick<HistoryEvent, "version" | "previous">): string {
  const [to, from] = [minorOf(version), minorOf(previous)];
  if (to === undefined || from === undefined || to - from <= 1) return version;
  return to - from === 2 ? `v1.${from + 1} or ${version}` : `v1.${from + 1} to ${version}`;
}

function minorOf(version: string): number | undefined {
  const minor = /^v1\.(\d+)/.exec(version)?.[1];
  return minor === undefined ? undefined : Number(minor);
}
