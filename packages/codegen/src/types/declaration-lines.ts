import { type Definition, type Field, formatApiVersion, type Kind, type ObjectSchema } from "@kubeschema/model";
import { deprecationOf, kindDeprecation } from "./deprecation.ts";
import { docComment, type DocTag } from "./doc-comment.ts";
import { fieldTags } from "./field-tags.ts";
import { memberLines, memberName, openLines, type TypeScope, typeText } from "./type-text.ts";

/** Writes the type of a definition; `kind` is given where the definition is that of a kind. */
export function declarationLines(
  { name, description, schema }: Definition,
  kind: Kind | undefined,
  scope: TypeScope,
  isKind: (definition: string) => boolean,
  reference: string | undefined,
): readonly string[] {
  const deprecation = kindDeprecation(kind?.lifecycle) ?? deprecationOf(description);
  const tags: readonly DocTag[] = deprecation === undefined ? [] : [["deprecated", deprecation]];
  // A link in Markdown rather than `@see`, which would make tsc parse every comment.
  const text = [description, reference === undefined ? undefined : `[Reference](${reference})`];
  const comment = docComment(text.filter((part) => part !== undefined).join("\n\n"), 0, tags);
  const typeName = scope.reference(name);
  if (schema.type !== "object" || schema.fields.length === 0) {
    return [...comment, `export type ${typeName} = ${typeText(schema, scope)};`];
  }
  const members = kind ? kindMembers(schema, kind, scope, isKind) : fieldLines(schema.fields, scope, isKind);
  return [...comment, `export interface ${typeName} {`, ...members, ...openLines(schema, scope, 2), "}"];
}

function kindMembers(
  { fields }: ObjectSchema,
  kind: Kind,
  scope: TypeScope,
  isKind: (definition: string) => boolean,
): readonly string[] {
  const literals = { apiVersion: formatApiVersion(kind), kind: kind.kind };
  const literalLines = Object.entries(literals).flatMap(([name, literal]) => [
    ...docComment(fields.find((field) => field.name === name)?.description, 2),
    `  ${name}: ${JSON.stringify(literal)};`,
  ]);
  const others = fields.filter(({ name }) => !Object.hasOwn(literals, name));
  return [...literalLines, ...fieldLines(others, scope, isKind)];
}

/**
 * Objects in a list of one kind do not need `apiVersion` and `kind`: list and watch deliver a List's items without
 * them, and a StatefulSet's volumeClaimTemplates are written without them.
 */
function fieldLines(
  fields: readonly Field[],
  scope: TypeScope,
  isKind: (definition: string) => boolean,
): readonly string[] {
  return fields.flatMap((field) => {
    const { schema } = field;
    if (schema.type !== "list" || schema.items.type !== "ref" || !isKind(schema.items.definition)) {
      return memberLines([field], scope, 2);
    }
    const mark = field.isRequired ? "" : "?";
    const items = `OptionalTypeMeta<${typeText(schema.items, scope)}>[]`;
    return [...docComment(field.description, 2, fieldTags(field)), `  ${memberName(field.name)}${mark}: ${items};`];
  });
}
