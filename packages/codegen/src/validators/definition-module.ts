import { Ajv } from "ajv";
import { customKeywords } from "./custom-keywords.ts";
import type { CustomSchema } from "./custom-schema.ts";
import type { ValidatorSchema } from "./validator-schema.ts";
import { validatorKeywords } from "./validator-keywords.ts";

/** One compiled definition: its code, and what the code calls. */
export interface DefinitionModule {
  /** The validate function and its constants; exported as `validate` where it is the only one of its module. */
  readonly code: string;
  /** Identifier in the code by name of the definition that it validates. */
  readonly definitions: ReadonlyMap<string, string>;
  /** Functions of the runtime module that the code calls, sorted. */
  readonly runtime: readonly string[];
}

/**
 * Compiles one definition with AJV into standalone code that calls other modules by imported names.
 *
 * AJV's `standaloneCode` is not used: it copies every schema that is referred to into each module and exports
 * constants, which does not work in import cycles. The parts come from the same place, `validate.source`, and a hoisted
 * function is exported.
 *
 * @param name Name of the definition.
 * @param schema The result of `toValidatorSchema()` or `toCustomSchema()` for it.
 * @param identifierOf Names the function of each definition, where one module holds several. Constants are named after
 *   it. By default the module holds one function, exported as `validate`.
 * @returns The code without imports and header; the same for the same input.
 */
export function compileDefinition(
  name: string,
  schema: ValidatorSchema | CustomSchema,
  identifierOf?: (definition: string) => string,
): DefinitionModule {
  const definitions = new Map<string, string>();
  const runtime = new Set<string>();
  const taken = new Set(["isNaN"]);
  // A fresh instance numbers its variables from zero, so a change in one definition does not affect the text of others.
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    meta: false,
    validateSchema: false,
    addUsedSchema: false,
    strict: false,
    logger: false,
    // A field called "constructor" is inherited by every object; where there is such a name, only own properties count.
    ownProperties: hasInheritedName(schema),
    code: { source: true, esm: true, lines: true },
  });
  const imports = {
    definition: (referred: string) => {
      const identifier = definitions.get(referred) ?? identifierOf?.(referred) ?? unusedIdentifier(referred, taken);
      definitions.set(referred, identifier);
      return identifier;
    },
    runtime: (called: string) => {
      runtime.add(called);
      taken.add(called);
      return called;
    },
  };
  for (const keyword of [...validatorKeywords(imports), ...customKeywords(imports)]) ajv.addKeyword(keyword);
  const { source } = ajv.compile(schema);
  if (source === undefined) throw new TypeError(`Cannot emit a validator for "${name}": AJV kept no source`);
  const imported = new Set([...definitions.values(), ...runtime]);
  const constants: (readonly [identifier: string, code: string])[] = [];
  for (const values of Object.values(source.scopeValues)) {
    for (const value of values ?? []) {
      const identifier = value.toString();
      const code = value.value?.code?.toString();
      // AJV also declares the whole schema, which this code hardly ever reads.
      const isUnused = value.prefix === "schema" && !source.validateCode.includes(identifier);
      if (imported.has(identifier) || code === undefined || isUnused) continue;
      constants.push([identifier, code]);
    }
  }
  const validateName = source.validateName.toString();
  let code = constants.map(([identifier, value]) => `const ${identifier} = ${value};\n`).join("") +
    shorten(source.validateCode);
  if (identifierOf === undefined) return { code: `${code}\nexport { ${validateName} as validate };\n`, ...called() };
  const own = identifierOf(name);
  for (const [identifier] of constants) code = rename(code, identifier, `${own}_${identifier}`);
  code = tighten(rename(code, validateName, own));
  for (const helper of helpers) if (code.includes(`${helper}(`)) runtime.add(helper);
  return { code: `${code}\n`, ...called() };

  function called(): Omit<DefinitionModule, "code"> {
    return { definitions, runtime: [...runtime].sort() };
  }
}

/**
 * Shortens the code: no path or root is ever passed down, nothing reads `schemaPath`, and errors can be noted more
 * briefly.
 */
function shorten(code: string): string {
  const short = code
    .replace('(data, {instancePath="", parentData, parentDataProperty, rootData=data}={})', "(data)")
    .replace(/\{instancePath:instancePath\s*\+\s*/g, "{instancePath:")
    .replace(/\{instancePath,/g, '{instancePath:"",')
    .replace(/,schemaPath:"(?:[^"\\]|\\.)*",keyword:/g, ",keyword:")
    .replace(
      /const (err\d+) = (\{.*\});\nif\(vErrors === null\)\{\nvErrors = \[\1\];\n\}\nelse \{\nvErrors\.push\(\1\);\n\}\nerrors\+\+;/g,
      "(vErrors ??= []).push($2);\nerrors++;",
    );
  if (/(?<!["/\w])(?:instancePath(?!:)|rootData|parentData)\b/.test(short)) {
    throw new TypeError("Cannot shorten what AJV wrote: a path or the root is used in an unknown way");
  }
  return short;
}

/** Functions of the runtime that shorter code calls. */
const helpers = ["isObject", "noteError", "noteMissing", "noteType"];

/** Built-in kinds need even less: errors are not counted, and functions of the runtime note them. */
function tighten(code: string): string {
  const tight = code
    .replace(
      /\(vErrors \?\?= \[\]\)\.push\(\{instancePath:(.*?),keyword:("\w+"),params:(.*)\}\);\nerrors\+\+;/g,
      "vErrors = noteError(vErrors, $1, $2, $3);",
    )
    .replace(/noteError\((.*?), "(?:type|check)", \{(?:type|check): ("\w+")\}\)/g, "noteType($1, $2)")
    .replace(/noteError\((.*?), "required", \{missingProperty: (".*?")\}\)/g, "noteMissing($1, $2)")
    .replace(
      /if\(\(!\((\w+) && typeof \1 == "object" && !Array\.isArray\(\1\)\)\) && \(\1 !== null\)\)\{\n(.*\n)\}\nif\(\1 && typeof \1 == "object" && !Array\.isArray\(\1\)\)\{\n/g,
      "if(!isObject($1)){\nif($1 !== null){\n$2}\n}\nelse {\n",
    )
    .replace(
      /if\(\(!\(Array\.isArray\((\w+)\)\)\) && \(\1 !== null\)\)\{\n(.*\n)\}\nif\(Array\.isArray\(\1\)\)\{\n/g,
      "if(!Array.isArray($1)){\nif($1 !== null){\n$2}\n}\nelse {\n",
    )
    .replace("let errors = 0;\n", "")
    .replaceAll("errors = vErrors.length;\n", "")
    .replace("return errors === 0;", "return vErrors === null;");
  if (/(?<![".\w])errors\b(?!")/.test(tight)) {
    throw new TypeError("Cannot shorten what AJV wrote: errors are counted in an unknown way");
  }
  return tight;
}

/** Renames a variable of AJV's, which has a number at its end; fields and texts are kept. */
function rename(code: string, from: string, to: string): string {
  return code.replace(new RegExp(`(?<![\\w.$"'/])${from}\\b(?!["'])`, "g"), to);
}

function hasInheritedName({ properties, items, mapValues, ...rest }: ValidatorSchema | CustomSchema): boolean {
  return [...rest.closed ?? [], ...Object.keys(properties ?? {})].some((name) => name in Object.prototype) ||
    [items, mapValues, ...Object.values(properties ?? {})].some((inner) =>
      inner !== undefined && hasInheritedName(inner)
    );
}

/**
 * Names the function of `io.k8s.api.networking.v1.IngressSpec` `isIngressSpec`, or `isIngressSpec_2` if that is taken.
 */
function unusedIdentifier(definition: string, taken: Set<string>): string {
  const base = `is${definition.slice(definition.lastIndexOf(".") + 1).replace(/[^A-Za-z0-9]/g, "_")}`;
  let identifier = base;
  for (let count = 2; taken.has(identifier); count++) identifier = `${base}_${count}`;
  taken.add(identifier);
  return identifier;
}
