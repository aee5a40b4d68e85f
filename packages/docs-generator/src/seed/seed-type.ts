import type { BaseType, PageField, PageType } from "../page/page.ts";

/** The printed type of a field, and the declaration below it. */
export interface SeedType {
  readonly text: string;
  /** The values of a required object, the only kind of type with a declaration of its own. */
  readonly declaredValues?: string;
}

/**
 * Prints the type of a top-level field.
 *
 * In the seed's sources an optional string might be null, which was written as a union and so is printed as it was
 * written; other optional types that are not lists are printed with `undefined` first. The items of a list of strings
 * might be null, too. A kind read through an alias has no nulls.
 */
export function seedType(field: PageField, isAliased: boolean): SeedType {
  const { type, isRequired } = field;
  const base = baseOf(type);
  if (base === "any") return { text: "`any`" };
  if (base === "int-or-string") return { text: "`string` \\| `number`" };
  if (base === "list") return { text: `${itemText(type, isAliased)}[]` };
  if (isRequired) {
    if (base === "map") return { text: "`object`", declaredValues: valueText(type, isAliased) };
    return base === "object" ? { text: "`object`", declaredValues: "`any`" } : { text: plainText(base) };
  }
  // The target of a reference was not rewritten.
  if (base === "string" && type.type === "string" && !isAliased) return { text: "`string` \\| `null`" };
  return { text: `\`undefined\` \\| ${base === "boolean" ? "`false` \\| `true`" : plainText(base)}` };
}

function baseOf(type: PageType): BaseType["type"] {
  return type.type === "named" ? type.base.type : type.type;
}

function plainText(base: BaseType["type"]): string {
  switch (base) {
    case "object":
    case "map":
      return "`object`";
    case "integer":
    case "number":
      return "`number`";
    case "int-or-string":
      return "(`string` \\| `number`)";
    default:
      return `\`${base}\``;
  }
}

function itemText(type: PageType, isAliased: boolean): string {
  const items: PageType = type.type === "list" ? type.items : { type: "any" };
  const base = baseOf(items);
  if (base === "list") return `${itemText(items, isAliased)}[]`;
  if (base === "string" && items.type === "string" && !isAliased) return "(`null` \\| `string`)";
  return plainText(base);
}

function valueText(type: PageType, isAliased: boolean): string {
  const values: PageType = type.type === "map" ? type.values : { type: "any" };
  const base = baseOf(values);
  if (base === "list") return `${itemText(values, isAliased)}[]`;
  return base === "int-or-string" ? "`string` \\| `number`" : plainText(base);
}
