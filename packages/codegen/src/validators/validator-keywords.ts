import { _, type Code, type CodeKeywordDefinition, type KeywordCxt, Name, nil, stringify } from "ajv";
import { ValueScopeName } from "ajv/dist/compile/codegen/scope.js";

// The variables of AJV's functions: the errors so far, and their number.
const vErrors = new Name("vErrors");
const errors = new Name("errors");

/**
 * The place where the code of one module finds what it calls: every name it uses is recorded here and becomes an
 * import.
 */
export interface ModuleImports {
  /** The identifier for a definition's validate function. */
  definition(name: string): string;
  /** The identifier for a function of the runtime module. */
  runtime(name: string): string;
}

/**
 * The keywords that plain JSON Schema lacks, as AJV code keywords for one module.
 *
 * - `definition` calls another module's function. AJV's own `$ref` would copy the referred code into every user.
 * - `check` calls a format function of the runtime, which checks the type as well: one fault, one error.
 * - `choice` reports a text that is not one of the values that the server accepts.
 * - `closed` reports every unknown field by name, with the known names.
 * - `mapValues` is `additionalProperties` with paths that distinguish a map's key from a field: its segment follows an
 *   empty one, as in `/metadata/labels//app`, and no Kubernetes field has an empty name.
 *
 * A called function starts with an empty path and `nestErrors` puts the caller's in front, so valid data builds no
 * paths.
 */
export function validatorKeywords(imports: ModuleImports): readonly CodeKeywordDefinition[] {
  return [
    {
      keyword: "definition",
      schemaType: "string",
      code(cxt) {
        const validate = callable(cxt, imports.definition(cxt.schema));
        const nest = callable(cxt, imports.runtime("nestErrors"));
        cxt.gen.if(_`!${validate}(${cxt.data})`, () => {
          cxt.gen.assign(vErrors, _`${nest}(${vErrors}, ${validate}.errors, ${cxt.it.errorPath})`);
          cxt.gen.assign(errors, _`${vErrors}.length`);
        });
      },
    },
    {
      keyword: "check",
      schemaType: "string",
      error: { params: (cxt) => _`{check: ${stringify(cxt.schema)}}`, message: nilMessage },
      code(cxt) {
        const check = callable(cxt, imports.runtime(`is${cxt.schema}`));
        cxt.gen.if(_`${cxt.data} !== null && !${check}(${cxt.data})`, () => cxt.error());
      },
    },
    {
      keyword: "choice",
      type: "string",
      schemaType: "object",
      error: { params: (cxt) => _`{choice: ${cxt.params.choice}}`, message: nilMessage },
      code(cxt) {
        const choice = constant(cxt, cxt.schema, stringify(cxt.schema));
        const isGiven = cxt.schema.empty === "absent" ? _`${cxt.data} !== "" && ` : nil;
        cxt.gen.if(_`${isGiven}!${choice}.allowed.includes(${cxt.data})`, () => {
          cxt.setParams({ choice });
          cxt.error();
        });
      },
    },
    {
      keyword: "closed",
      type: "object",
      schemaType: "array",
      error: { params: (cxt) => _`{key: ${cxt.params.key}, known: ${cxt.params.known}}`, message: nilMessage },
      code(cxt) {
        const names: readonly string[] = cxt.schema;
        const isLong = names.length > 8;
        const known: Code = isLong ? constant(cxt, names, _`new Set(${stringify(names)})`) : stringify(names);
        const isUnknown = isLong ? (key: Name): Code => _`!${known}.has(${key})` : unknownByName(names);
        cxt.gen.forIn("key", cxt.data, (key) => {
          cxt.gen.if(isUnknown(key), () => {
            cxt.setParams({ key, known });
            cxt.error();
          });
        });
      },
    },
    {
      keyword: "mapValues",
      type: "object",
      schemaType: "object",
      code(cxt) {
        const { gen, data, it } = cxt;
        const escapeKey = callable(cxt, imports.runtime("escapeKey"));
        // A subschema that is given data, rather than the name of a property, inherits the path of its parent.
        const parent: { errorPath: Code } = it;
        const { errorPath } = parent;
        gen.forIn("key", data, (key) => {
          parent.errorPath = _`${errorPath} + "//" + ${escapeKey}(${key})`;
          cxt.subschema({ keyword: "mapValues", data: _`${data}[${key}]` }, gen.name("valid"));
          parent.errorPath = errorPath;
        });
      },
    },
  ];
}

const nilMessage = (): Code => nil;

/** Registers an imported function with AJV's code generator under exactly this name. */
export function callable(cxt: KeywordCxt, identifier: string): Name {
  const known = cxt.gen._extScope.getValue("func", identifier);
  return cxt.gen.scopeValue(known ?? new ValueScopeName("func", identifier), { ref: identifier, key: identifier });
}

function unknownByName(known: readonly string[]): (key: Name) => Code {
  if (known.length === 0) return () => _`true`;
  return (key) =>
    known.map((name) => _`${key} !== ${name}`).reduce((all, one) => all === nil ? one : _`${all} && ${one}`, nil);
}

function constant(cxt: KeywordCxt, ref: unknown, code: Code): Name {
  return cxt.gen.scopeValue("obj", { ref, key: code.toString(), code });
}
