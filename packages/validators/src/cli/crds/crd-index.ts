import type { CrdValidator, createValidator } from "../../crds/mod.ts";

/** Finds the validator of a custom kind, whatever version an object says it is of. */
export type CrdIndex = (apiVersion: string, kind: string) => CrdValidator | undefined;

const indexes = new WeakMap<readonly unknown[], CrdIndex>();

/**
 * Makes validators of CustomResourceDefinitions, once for each list of them.
 *
 * The code for them is large, and is only loaded if there are definitions.
 *
 * @throws {InvalidCrdError} If one cannot be used.
 */
export async function createCrdIndex(definitions: readonly unknown[]): Promise<CrdIndex | undefined> {
  if (definitions.length === 0) return undefined;
  const known = indexes.get(definitions);
  if (known !== undefined) return known;
  const index = indexOf(definitions, (await import("../../crds/mod.ts")).createValidator);
  indexes.set(definitions, index);
  return index;
}

function indexOf(definitions: readonly unknown[], create: typeof createValidator): CrdIndex {
  const validators = definitions.map((definition) => create(definition));
  // Of two definitions of a kind, the one that was given last counts.
  const byKind = new Map(validators.map((validator) => [`${validator.group}/${validator.kind}`, validator]));
  return (apiVersion, kind) => byKind.get(`${apiVersion.split("/", 1)[0]}/${kind}`);
}
