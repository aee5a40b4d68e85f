import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, type Name, stringify } from "ajv";
import { callable, type ModuleImports } from "./validator-keywords.ts";

/**
 * The keywords that custom kinds need in addition to those of `validator-keywords.ts`: what a CustomResourceDefinition
 * can express and plain JSON Schema cannot, or only in a way that would need `require()` or report one fault several
 * times.
 */
export function customKeywords(imports: ModuleImports): readonly CodeKeywordDefinition[] {
  const runtime = (cxt: KeywordCxt, name: string): Name => callable(cxt, imports.runtime(name));
  return [
    {
      keyword: "present",
      type: "object",
      schemaType: "array",
      error: { params: (cxt) => _`{missingProperty: ${cxt.params.missingProperty}}`, message: none },
      code(cxt) {
        const fields: readonly { name: string; isNullable: boolean }[] = cxt.schema;
        for (const { name, isNullable } of fields) {
          const value = _`${cxt.data}[${name}]`;
          const isInherited = name in Object.prototype;
          const absent = isInherited
            ? _`!Object.hasOwn(${cxt.data}, ${name}) || ${value} === undefined`
            : _`${value} === undefined`;
          cxt.gen.if(isNullable ? absent : _`${absent} || ${value} === null`, () => {
            cxt.setParams({ missingProperty: stringify(name) });
            cxt.error();
          });
        }
      },
    },
    {
      keyword: "notNull",
      schemaType: "boolean",
      error: { message: none, params: none },
      code: (cxt) => cxt.gen.if(_`${cxt.data} === null`, () => cxt.error()),
    },
    {
      keyword: "values",
      schemaType: "object",
      error: { params: (cxt) => _`{allowed: ${cxt.params.allowed}}`, message: none },
      code(cxt) {
        const { allowed, type, isNullable } = cxt.schema;
        const list = cxt.gen.scopeValue("obj", {
          ref: allowed,
          key: stringify(allowed).toString(),
          code: stringify(allowed),
        });
        cxt.setParams({ allowed: list });
        // A value of the wrong type has that fault alone.
        const isTyped = type === "string"
          ? _`typeof ${cxt.data} === "string"`
          : type === "integer" || type === "number"
          ? _`typeof ${cxt.data} === "number"`
          : _`${cxt.data} !== null`;
        const applies = isNullable ? _`(${isTyped} || ${cxt.data} === null)` : isTyped;
        cxt.gen.if(_`${applies} && !${runtime(cxt, "isOneOf")}(${cxt.data}, ${list})`, () => cxt.error());
      },
    },
    {
      keyword: "longest",
      type: "string",
      schemaType: "number",
      error: { params: limit, message: none },
      // A character takes one or two units, so most texts need not be counted.
      code: (cxt) =>
        cxt.gen.if(
          _`${cxt.data}.length > ${cxt.schema} && ${runtime(cxt, "countCharacters")}(${cxt.data}) > ${cxt.schema}`,
          () => cxt.error(),
        ),
    },
    {
      keyword: "shortest",
      type: "string",
      schemaType: "number",
      error: { params: limit, message: none },
      code: (cxt) => cxt.gen.if(_`${runtime(cxt, "countCharacters")}(${cxt.data}) < ${cxt.schema}`, () => cxt.error()),
    },
    {
      keyword: "matches",
      type: "string",
      schemaType: "object",
      error: { params: (cxt) => _`{pattern: ${stringify(cxt.schema.pattern)}}`, message: none },
      code(cxt) {
        const { source, flags } = cxt.schema;
        const expression = cxt.gen.scopeValue("pattern", {
          key: `${flags}/${source}`,
          ref: new RegExp(source, flags),
          code: _`new RegExp(${source}, ${flags})`,
        });
        cxt.gen.if(_`!${expression}.test(${cxt.data})`, () => cxt.error());
      },
    },
    {
      keyword: "formatted",
      type: "string",
      schemaType: "string",
      error: { params: (cxt) => _`{format: ${stringify(cxt.schema)}}`, message: none },
      code: (cxt) =>
        cxt.gen.if(_`!${runtime(cxt, "hasFormat")}(${cxt.data}, ${stringify(cxt.schema)})`, () => cxt.error()),
    },
    {
      keyword: "distinct",
      type: "array",
      schemaType: "object",
      error: { params: (cxt) => _`{keys: ${stringify(cxt.schema.keys ?? null)}}`, message: none },
      code(cxt) {
        const { gen, data, it } = cxt;
        const parent: { errorPath: Code } = it;
        const { errorPath } = parent;
        const { keys, defaults } = cxt.schema;
        const args = keys === undefined ? _`${data}` : _`${data}, ${stringify(keys)}, ${stringify(defaults)}`;
        gen.forOf("index", _`${runtime(cxt, "repeatedItems")}(${args})`, (index) => {
          parent.errorPath = _`${errorPath} + "/" + ${index}`;
          cxt.error();
          parent.errorPath = errorPath;
        });
      },
    },
    union("someOf", (count) => _`${count} === 0`),
    union("exactlyOne", (count) => _`${count} !== 1`),
    union("noneOf", (count) => _`${count} !== 0`),
  ];
}

/** Counts the alternatives that a value fits; faults of the other alternatives are not reported. */
function union(keyword: string, isFault: (count: Name) => Code): CodeKeywordDefinition {
  return {
    keyword,
    schemaType: "array",
    trackErrors: true,
    error: { params: (cxt) => _`{count: ${cxt.params.count}}`, message: none },
    code(cxt) {
      const { gen } = cxt;
      const alternatives: readonly unknown[] = cxt.schema;
      const count = gen.let("count", 0);
      cxt.setParams({ count });
      gen.if(_`${cxt.data} !== null`, () => {
        alternatives.forEach((_alternative, schemaProp) => {
          const valid = gen.name("valid");
          cxt.subschema({ keyword, schemaProp, compositeRule: true, createErrors: false, allErrors: false }, valid);
          gen.if(valid, () => gen.code(_`${count}++`));
        });
        cxt.reset();
        gen.if(isFault(count), () => cxt.error());
      });
    },
  };
}

function limit(cxt: { readonly schema?: unknown }): Code {
  return _`{limit: ${Number(cxt.schema)}}`;
}

const none = (): Code => _`{}`;
