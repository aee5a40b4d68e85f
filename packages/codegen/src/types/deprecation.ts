import type { Lifecycle } from "@kubeschema/model";

// Upstream marks a deprecation in the text: "Deprecated: use X." or "DEPRECATED. Not used."
const deprecationMark = /(?:^|[.)"\s])(?:Deprecated|DEPRECATED)(?:\s*[:.-]\s*|\s+-\s+)([\s\S]*)$/;

/** Reads a deprecation from a description: the text after the mark, `""` for a bare mark, `undefined` without one. */
export function deprecationOf(description: string | undefined): string | undefined {
  const text = deprecationMark.exec(description ?? "")?.[1];
  // The first paragraph is the notice; what follows is about other things.
  return text?.split(/\n\s*\n/)[0]?.trim();
}

/** Writes the same for a kind, from its lifecycle; `undefined` for a kind that is not deprecated. */
export function kindDeprecation(lifecycle: Lifecycle | undefined): string | undefined {
  if (lifecycle?.deprecated === undefined) return undefined;
  const { deprecated, removed, replacement } = lifecycle;
  const end = removed === undefined ? "" : `, removed in Kubernetes ${removed}`;
  return `since Kubernetes ${deprecated}${end}${replacement === undefined ? "" : `; use ${replacement}`}`;
}
