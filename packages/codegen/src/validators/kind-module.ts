import type { Kind } from "@kubeschema/model";
import { formatApiVersion } from "@kubeschema/model";

/** The server's own rules for one kind, written by hand in a module of their own. */
export interface RuleModule {
  /**
   * The module of the rules: a path relative to the output folder, such as `../rules/ingress/ingress.ts`, or a package.
   */
  readonly module: string;
  /** The exported function. */
  readonly export: string;
  /**
   * True where the rules are complete, so that they alone decide what is required and which values are known. The
   * OpenAPI does not say what the server checks, and a definition can be shared by kinds with and without rules: hence
   * this is a mark of the kind.
   */
  readonly decidesRequired: boolean;
}

/** The facts about a kind that the module of its group/version needs. */
export interface KindEntry {
  readonly kind: Kind;
  readonly rules: RuleModule | undefined;
  /** True where the rules are those for the metadata of any object. */
  readonly hasOnlyMetadataRules?: boolean;
  /** True where values nest without bound; the runtime then checks the depth first. */
  readonly isRecursive: boolean;
  /** The places whose values must not be shown, as `secretPathFinder()` writes them. */
  readonly secrets: readonly string[];
  /** The Kubernetes version whose rules apply unless the caller says otherwise; absent for the newest. */
  readonly version?: string | undefined;
  /** The type that the guards narrow to, and the module that has it. Without it they narrow to apiVersion and kind. */
  readonly objectType?: { readonly module: string; readonly name: string } | undefined;
  /** For a custom kind, what its validator leaves to the server, for its doc comment. */
  readonly custom?: readonly string[] | undefined;
  /** The source of the structure that issues name; absent for the OpenAPI of Kubernetes. */
  readonly source?: string | undefined;
}

/** The module specifiers in the module of one group/version. */
export interface KindImports {
  readonly runtime: string;
  readonly types: string;
  definition(name: string): string;
  /** The exported name of a definition's function, where a module has several. */
  identifier?(definition: string): string;
  rules(module: string): string;
}

/** Writes the module that exports the functions of its kinds, without the header. */
export function kindModuleCode(entries: readonly KindEntry[], imports: KindImports, declaration: string): string {
  const rules = entries.flatMap((entry) => entry.rules === undefined ? [] : [entry.rules]);
  const runtime = ["assertKind", "checkKind", "isValidKind"];
  if (entries.some(({ custom }) => custom)) runtime.splice(2, 0, "describeFacet");
  return [
    `/* @ts-self-types=${JSON.stringify(`./${declaration}`)} */\n`,
    `import { ${runtime.join(", ")} } from ${JSON.stringify(imports.runtime)};\n`,
    ...definitionImports(entries, imports),
    ...[
      ...new Set(
        rules.map((rule) => `import { ${rule.export} } from ${JSON.stringify(imports.rules(rule.module))};\n`),
      ),
    ],
    ...entries.map((entry) => `\n${kindCode(entry, structureOf(entry, imports))}`),
  ].join("");
}

/** Writes the declarations that belong to it, without the header. */
export function kindModuleTypes(entries: readonly KindEntry[], imports: KindImports): string {
  const objectTypes = Map.groupBy(entries.flatMap(({ objectType }) => objectType ?? []), ({ module }) => module);
  return [
    `import type { ValidateOptions, ValidationIssue } from ${JSON.stringify(imports.types)};\n`,
    ...[...objectTypes].map(([module, types]) =>
      `import type { ${types.map(({ name }) => name).join(", ")} } from ${JSON.stringify(module)};\n`
    ),
    ...entries.map((entry) => `\n${kindTypes(entry)}`),
  ].join("");
}

function definitionImports(entries: readonly KindEntry[], imports: KindImports): readonly string[] {
  const { identifier: named } = imports;
  if (named === undefined) {
    return entries.map((entry) =>
      `import { validate as ${structureOf(entry, imports)} } from ${
        JSON.stringify(imports.definition(entry.kind.definition))
      };\n`
    );
  }
  const names = [...new Set(entries.map(({ kind }) => kind.definition))];
  return [...Map.groupBy(names, (name) => imports.definition(name))].map(([module, held]) =>
    `import { ${held.map((name) => named(name)).join(", ")} } from ${JSON.stringify(module)};\n`
  );
}

function structureOf({ kind }: KindEntry, imports: KindImports): string {
  return imports.identifier?.(kind.definition) ?? `is${identifier(kind)}`;
}

// The name of a custom kind may contain a dash.
function identifier({ kind }: Kind): string {
  return kind.replace(/[^A-Za-z0-9_$]/g, "_");
}

function kindCode(
  { kind, rules, isRecursive, secrets, version, custom, source }: KindEntry,
  structure: string,
): string {
  const facts = [
    `apiVersion: ${JSON.stringify(formatApiVersion(kind))}`,
    `kind: ${JSON.stringify(kind.kind)}`,
    `structure: ${structure}`,
    ...(kind.isNamespaced === undefined || custom ? [] : [`isNamespaced: ${kind.isNamespaced}`]),
    ...(rules === undefined ? [] : [`rules: ${rules.export}`, ...(rules.decidesRequired ? ["rulesDecide: true"] : [])]),
    ...(isRecursive ? ["isRecursive: true"] : []),
    ...(secrets.length === 0 ? [] : [`secrets: ${JSON.stringify(secrets)}`]),
    ...(source === undefined ? [] : [`source: ${JSON.stringify(source)}`]),
    ...(version === undefined ? [] : [`version: ${JSON.stringify(version)}`]),
    ...(custom ? ["describe: describeFacet"] : []),
  ];
  const name = identifier(kind);
  return `const of${name} = { ${facts.join(", ")} };\n` +
    `export function validate${name}(value, options) {\n  return checkKind(value, of${name}, options);\n}\n` +
    `export function isValid${name}(value, options) {\n  return isValidKind(value, of${name}, options);\n}\n` +
    `export function assert${name}(value, options) {\n  assertKind(value, of${name}, options);\n}\n`;
}

function kindTypes({ kind, rules, hasOnlyMetadataRules, custom, objectType }: KindEntry): string {
  const checked = hasOnlyMetadataRules
    ? "structure and metadata"
    : rules
    ? "structure and the API server's own rules"
    : custom
    ? "structure, limits, enum values and unique items"
    : "structure only";
  const left = (custom ?? []).map((what) => ` * - ${what.replaceAll("*/", "*\\/").replace(/\s+/g, " ")}\n`);
  const leftOver = left.length === 0
    ? ""
    : ` * The API server also checks, and this function does not:\n${left.join("")} *\n`;
  const name = identifier(kind);
  const apiVersion = formatApiVersion(kind);
  const type = objectType?.name ??
    `{ readonly apiVersion: ${JSON.stringify(apiVersion)}; readonly kind: ${JSON.stringify(kind.kind)} }`;
  return `/**\n * Lists what is wrong with \`value\` as ${kind.kind} of \`${apiVersion}\`: ${checked}.\n *\n${leftOver}` +
    ` * @param value Any value; it is not changed.\n * @returns No issue if it is valid.\n` +
    ` * @throws {RangeError} If \`options.kubernetesVersion\` is not a version.\n */\n` +
    `export declare function validate${name}(value: unknown, options?: ValidateOptions): readonly ValidationIssue[];\n` +
    `/** Tells whether \`validate${name}()\` finds no issue. */\n` +
    `export declare function isValid${name}(value: unknown, options?: ValidateOptions): value is ${type};\n` +
    `/** @throws {ValidationError} If \`validate${name}()\` finds an issue. */\n` +
    `export declare function assert${name}(value: unknown, options?: ValidateOptions): asserts value is ${type};\n`;
}
