import { closestWord } from "@kubeschema/command-kit/closest-word";
import { formatApiVersion, type Kind, type SchemaModel } from "@kubeschema/model";
import { kubectlShortNames } from "./kubectl-short-names.ts";

/** Thrown when no kind, or more than one, has the name. */
export class KindNotFoundError extends RangeError {
  override readonly name = "KindNotFoundError";
}

/**
 * Finds one kind by name.
 *
 * @example
 * ```ts
 * import assert from "node:assert/strict";
 * import { findKind } from "@kubeschema/docs-generator";
 * import type { SchemaModel } from "@kubeschema/model";
 * const kinds = [{ group: "apps", version: "v1", kind: "Deployment", definition: "d", plural: "deployments" }];
 * const model: SchemaModel = {
 *   kubernetesVersion: "v1.36",
 *   source: { format: "openapi-v2", name: "example", sha256: "" },
 *   definitions: {},
 *   kinds,
 * };
 * assert.equal(findKind(model, "deployments").kind, "Deployment");
 * ```
 * @param name The kind or its plural, in any case: `Ingress`, `ingress`, `ingresses`, or kubectl's short name, `ing`.
 * @param apiVersion `v1` or `<group>/<version>`; required where several have a kind with this name.
 * @throws {KindNotFoundError} If no kind or more than one has the name; the message lists the candidates.
 */
export function findKind(model: SchemaModel, name: string, apiVersion?: string): Kind {
  const attempt = `Cannot find kind "${name}"${apiVersion === undefined ? "" : ` in "${apiVersion}"`}` +
    ` of ${model.kubernetesVersion}`;
  const named = kindsNamed(model, name);
  const found = apiVersion === undefined ? named : named.filter((kind) => formatApiVersion(kind) === apiVersion);
  const [kind, ...others] = found;
  if (kind && others.length === 0) return kind;
  if (kind) throw new KindNotFoundError(`${attempt}: name the apiVersion, which may be ${listApiVersions(found)}`);
  if (named.length > 0) throw new KindNotFoundError(`${attempt}: it is in ${listApiVersions(named)}`);
  throw new KindNotFoundError(`${attempt}: ${suggest(model, name)}`);
}

function kindsNamed(model: SchemaModel, name: string): readonly Kind[] {
  const exact = model.kinds.filter(({ kind }) => kind === name);
  if (exact.length > 0) return exact;
  const lower = name.toLowerCase();
  const named = model.kinds.filter(({ kind, plural }) => kind.toLowerCase() === lower || plural === lower);
  if (named.length > 0) return named;
  return model.kinds.filter(({ group, plural }) => kubectlShortNames(group, plural).includes(lower));
}

function listApiVersions(kinds: readonly Kind[]): string {
  const all = kinds.map(formatApiVersion);
  return all.length <= listedCount
    ? all.join(", ")
    : `${all.slice(0, listedCount).join(", ")} and ${all.length - listedCount} more`;
}

const listedCount = 12;

function suggest(model: SchemaModel, name: string): string {
  const lower = name.toLowerCase();
  const byLower = new Map(model.kinds.map(({ kind }) => [kind.toLowerCase(), kind]));
  if (byLower.size === 0) return "the schema has no kinds";
  // Further away than a third of the word it is another word, and no help.
  const nearest = closestWord(lower, byLower.keys());
  return nearest !== undefined
    ? `did you mean "${byLower.get(nearest)}"?`
    : `none of its ${byLower.size} kinds has a name like it`;
}
