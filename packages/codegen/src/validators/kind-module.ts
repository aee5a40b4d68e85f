import type { Kind } from "@kubeschema/model";
import { formatApiVersion } from "@kubeschema/model";

/** The server's own rules for one kind, hand-written in a module of their own. */
export interface RuleModule {
  /** Where the rules are: a path relative to the output folder, such as `../rules/ingress/ingress.ts`, or a package. */
  readonly module: string;
  /** The exported function. */
  readonly export: string;
  /**
   * True where the rules are complete, so that they alone say what is required. The OpenAPI's `required` is not what the
   * server checks, and a definition can be shared by kinds with and without rules: hence a mark of the kind.
   */
  readonly decidesRequired: boolean;
}

/** What the module of one group/version needs to know of a kind. */
export interface KindEntry {
  readonly kind: Kind;
  readonly rules: RuleModule | undefined;
  /** True where values nest without bound; the runtime then looks at the depth first. */
  readonly isRecursive: boolean;
  /** Present for a custom kind: what its validator leaves to the server, for its doc comment. */
  readonly custom?: readonly string[] | undefined;
}

/** Module specifiers as the module of one group/version writes them. */
export interface KindImports {
  readonly runtime: string;
  readonly types: string;
  definition(name: string): string;
  rules(module: string): string;
}

/** Text of the module that exports one validate function per kind, without the header. */
export function kindModuleCode(entries: readonly KindEntry[], imports: KindImports, declaration: string): string {
  const rules = entries.flatMap((entry) => entry.rules === undefined ? [] : [entry.rules]);
  const called = entries.some(({ custom }) => custom) ? "checkKind, describeFacet" : "checkKind";
  return [
    `/* @ts-self-types=${JSON.stringify(`./${declaration}`)} */\n`,
    `import { ${called} } from ${JSON.stringify(imports.runtime)};\n`,
    ...entries.map(({ kind }) =>
      `import { validate as is${identifier(kind)} } from ${JSON.stringify(imports.definition(kind.definition))};\n`
    ),
    ...rules.map((rule) => `import { ${rule.export} } from ${JSON.stringify(imports.rules(rule.module))};\n`),
    ...entries.map((entry) => `\n${kindCode(entry)}`),
  ].join("");
}

/** Text of the declarations that belong to it, without the header. */
export function kindModuleTypes(entries: readonly KindEntry[], imports: KindImports): string {
  return [
    `import type { ValidateOptions, ValidationIssue } from ${JSON.stringify(imports.types)};\n`,
    ...entries.map((entry) => `\n${kindTypes(entry)}`),
  ].join("");
}

// A custom kind may hold a dash.
function identifier({ kind }: Kind): string {
  return kind.replace(/[^A-Za-z0-9_$]/g, "_");
}

function kindCode({ kind, rules, isRecursive, custom }: KindEntry): string {
  const facts = [
    `apiVersion: ${JSON.stringify(formatApiVersion(kind))}`,
    `kind: ${JSON.stringify(kind.kind)}`,
    `structure: is${identifier(kind)}`,
    ...(rules === undefined ? [] : [`rules: ${rules.export}`, `rulesDecideRequired: ${rules.decidesRequired}`]),
    ...(isRecursive ? ["isRecursive: true"] : []),
    ...(custom ? ["describe: describeFacet"] : []),
  ];
  return `const of${identifier(kind)} = { ${facts.join(", ")} };\n` +
    `export function validate${identifier(kind)}(value, options) {\n` +
    `  return checkKind(value, of${identifier(kind)}, options);\n}\n`;
}

function kindTypes({ kind, rules, custom }: KindEntry): string {
  const checked = rules
    ? "structure and the API server's own rules"
    : custom
    ? "structure, limits, enum values and unique items"
    : "structure only";
  const left = (custom ?? []).map((what) => ` * - ${what.replaceAll("*/", "*\\/").replace(/\s+/g, " ")}\n`);
  const leftOver = left.length === 0
    ? ""
    : ` * The API server also checks, and this function does not:\n${left.join("")} *\n`;
  return `/**\n * Lists what is wrong with \`value\` as ${kind.kind} of \`${
    formatApiVersion(kind)
  }\`: ${checked}.\n *\n${leftOver}` +
    ` * @param value Any value; it is not changed.\n * @returns No issue if it is valid.\n` +
    ` * @throws {RangeError} If \`options.kubernetesVersion\` is no version.\n */\n` +
    `export declare function validate${
      identifier(kind)
    }(value: unknown, options?: ValidateOptions): readonly ValidationIssue[];\n`;
}
