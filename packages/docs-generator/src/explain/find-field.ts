import { closestWord } from "@kubeschema/command-kit/closest-word";
import {
  type Definition,
  type Field,
  formatApiVersion,
  type Kind,
  type Schema,
  type SchemaModel,
} from "@kubeschema/model";
import { compareVersions } from "../page/compare-versions.ts";
import { findDefinition, innermostSchema, resolveSchema } from "../page/definitions.ts";
import { findKind } from "../page/find-kind.ts";
import { kubectlShortNames } from "../page/kubectl-short-names.ts";

/** The result of following a dotted path such as `ingress.spec.rules`. */
export interface FoundField {
  readonly kind: Kind;
  /** The names below the kind. */
  readonly path: readonly string[];
  /** Undefined for the kind itself. */
  readonly field: Field | undefined;
  /** The definition that declares the field; its history is kept under this name. */
  readonly owner: Definition | undefined;
  /** The schema at the end of the path. */
  readonly schema: Schema;
}

/**
 * Follows a path as `kubectl explain` takes it; lists and maps add nothing to the path.
 *
 * @param path `ingress.spec.rules`: a kind, its plural or short name, then field names.
 * @throws {RangeError} If the kind or a field does not exist; the message says which ones do.
 */
export function findField(model: SchemaModel, path: string, apiVersion?: string): FoundField {
  const [name = "", ...names] = path.split(".");
  const kind = findKind(model, name, apiVersion ?? preferredVersion(model, name));
  let owner = findDefinition(model, kind.definition);
  let schema: Schema = owner?.schema ?? { type: "any" };
  let field: Field | undefined;
  for (const [index, part] of names.entries()) {
    const inner = innermost(model, schema, owner);
    owner = inner.owner;
    const fields = inner.schema.type === "object" ? inner.schema.fields : [];
    field = fields.find((candidate) => candidate.name === part) ??
      fields.find((candidate) => candidate.name.toLowerCase() === part.toLowerCase());
    if (!field) {
      const at = [kind.kind, ...names.slice(0, index)].join(".");
      throw new RangeError(`Cannot find field "${part}" of ${at}: ${suggest(part, fields)}`);
    }
    schema = field.schema;
  }
  return { kind, path: names, field, owner, schema };
}

/** Finds the fields of a schema behind its references, lists and maps. */
export function fieldsBelow(
  model: SchemaModel,
  schema: Schema,
  owner: Definition | undefined,
): { readonly fields: readonly Field[]; readonly owner: Definition | undefined } {
  const inner = innermost(model, schema, owner);
  return { fields: inner.schema.type === "object" ? inner.schema.fields : [], owner: inner.owner };
}

function innermost(
  model: SchemaModel,
  schema: Schema,
  owner: Definition | undefined,
): { schema: Schema; owner: Definition | undefined } {
  const seen = new Set<string>();
  let [current, holder] = [innermostSchema(schema), owner];
  while (current.type === "ref" && !seen.has(current.definition)) {
    seen.add(current.definition);
    holder = findDefinition(model, current.definition);
    current = innermostSchema(holder?.schema ?? { type: "any" });
  }
  return { schema: resolveSchema(model, current), owner: holder };
}

/** Chooses the newest stable version of one group, which the API server prefers too; none where groups differ. */
function preferredVersion(model: SchemaModel, name: string): string | undefined {
  const lower = name.toLowerCase();
  const kinds = model.kinds.filter(({ group, kind, plural }) =>
    kind.toLowerCase() === lower || plural === lower || kubectlShortNames(group, plural).includes(lower)
  );
  const [first] = [...kinds].sort((a, b) => compareVersions(a.version, b.version));
  return first && kinds.length > 1 && kinds.every(({ group }) => group === first.group)
    ? formatApiVersion(first)
    : undefined;
}

function suggest(name: string, fields: readonly Field[]): string {
  if (fields.length === 0) return "it has no fields";
  const names = fields.map((field) => field.name);
  const nearest = closestWord(name, names);
  if (nearest !== undefined) return `did you mean "${nearest}"?`;
  return `there are ${names.slice(0, 12).join(", ")}${names.length > 12 ? ` and ${names.length - 12} more` : ""}`;
}
