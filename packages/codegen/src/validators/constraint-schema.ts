import type { Definition, JsonValue, Schema } from "@kubeschema/model";
import type { CustomSchema } from "./custom-schema.ts";
import { toJsPattern } from "./js-pattern.ts";

/** The place of a constraint. */
export interface ConstraintPlace {
  readonly at: string;
  readonly definitions: Readonly<Record<string, Definition>>;
  /** Receives what the validator will not check. */
  readonly report: (what: string) => void;
  /** The schema of the value that is constrained; its defaults count as given. */
  readonly value?: Schema | undefined;
  readonly isNullable?: boolean;
}

type Fragment = Readonly<Record<string, JsonValue>>;

const unchangedKeywords = new Set(["maxItems", "maxProperties", "minItems", "minProperties", "multipleOf"]);

/** Formats that the runtime can check: those that the API server knows and that are used. */
const checkedFormats = new Set("byte cidr date date-time datetime duration ipv4 ipv6 mac uuid".split(" "));
/** Formats for which the server accepts any value. */
const freeFormats = new Set("int32 int64 float double password".split(" "));

/** Turns JSON Schema constraints as a CustomResourceDefinition writes them into the keywords of a validator. */
export function constraintSchema(fragment: Fragment, place: ConstraintPlace): CustomSchema {
  const result = Object.entries(fragment).map(([keyword, value]) => keywordSchema(keyword, value, fragment, place));
  return Object.assign({}, ...result);
}

function keywordSchema(keyword: string, value: JsonValue, fragment: Fragment, place: ConstraintPlace): CustomSchema {
  if (unchangedKeywords.has(keyword)) return { [keyword]: value };
  const inner = (part: JsonValue): CustomSchema => constraintSchema(asFragment(part), place);
  switch (keyword) {
    case "minimum":
      return { [fragment.exclusiveMinimum === true ? "exclusiveMinimum" : "minimum"]: value };
    case "maximum":
      return { [fragment.exclusiveMaximum === true ? "exclusiveMaximum" : "maximum"]: value };
    case "exclusiveMinimum":
    case "exclusiveMaximum":
      return typeof value === "number" ? { [keyword]: value } : {};
    case "minLength":
      return { shortest: Number(value) };
    case "maxLength":
      return { longest: Number(value) };
    case "pattern":
      return patternSchema(String(value), place);
    case "format":
      return formatSchema(String(value), place);
    case "enum":
      return {
        values: { allowed: asList(value), type: place.value?.type ?? "any", isNullable: place.isNullable ?? false },
      };
    case "required":
      return {
        present: asList(value).map(String).filter((name) => fieldSchema(place, name)?.default === undefined)
          .map((name) => ({ name, isNullable: fieldSchema(place, name)?.isNullable ?? false })),
      };
    case "properties":
      return {
        properties: Object.fromEntries(
          Object.entries(asFragment(value)).map(([name, part]) => [
            name,
            constraintSchema(asFragment(part), {
              ...place,
              at: `${place.at}.${name}`,
              value: fieldSchema(place, name),
              isNullable: fieldSchema(place, name)?.isNullable ?? false,
            }),
          ]),
        ),
      };
    case "items":
      return { items: constraintSchema(asFragment(value), { ...place, value: itemSchema(place) }) };
    case "additionalProperties":
      return typeof value === "boolean"
        ? {}
        : { mapValues: constraintSchema(asFragment(value), { ...place, value: itemSchema(place) }) };
    case "allOf":
      return { allOf: asList(value).map(inner) };
    case "anyOf":
      // This pair only repeats that the value is an int-or-string.
      return place.value?.type === "int-or-string" && isIntOrString(value) ? {} : { someOf: asList(value).map(inner) };
    case "oneOf":
      return { exactlyOne: asList(value).map(inner) };
    case "not":
      return { noneOf: [inner(value)] };
    case "type":
      return value === "integer" ? { check: "Integer" } : value === "string" || value === "object" ||
          value === "array" || value === "boolean" || value === "number"
        ? { type: value, nullable: true }
        : {};
    case "default":
    case "description":
    case "nullable":
    case "title":
      return {};
    case "uniqueItems":
      return value === true ? { distinct: { defaults: {} } } : {};
    default:
      place.report(`${place.at}: the keyword "${keyword}"`);
      return {};
  }
}

function patternSchema(pattern: string, { at, report }: ConstraintPlace): CustomSchema {
  const converted = toJsPattern(pattern);
  if (converted) return { matches: { ...converted, pattern } };
  report(`${at}: the pattern ${JSON.stringify(pattern)}`);
  return {};
}

function formatSchema(format: string, { at, report }: ConstraintPlace): CustomSchema {
  if (checkedFormats.has(format)) return { formatted: format };
  if (!freeFormats.has(format)) report(`${at}: the format "${format}"`);
  return {};
}

function fieldSchema({ value, definitions }: ConstraintPlace, name: string): Schema | undefined {
  const target = value?.type === "ref" ? definitions[value.definition]?.schema : value;
  return target?.type === "object" ? target.fields.find((field) => field.name === name)?.schema : undefined;
}

function itemSchema({ value }: ConstraintPlace): Schema | undefined {
  return value?.type === "list" ? value.items : value?.type === "map" ? value.values : undefined;
}

function isIntOrString(value: JsonValue): boolean {
  const types = asList(value).map((part) => asFragment(part).type).sort();
  return types.length === 2 && types[0] === "integer" && types[1] === "string";
}

function asList(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function asFragment(value: JsonValue): Fragment {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value as Fragment : {};
}
