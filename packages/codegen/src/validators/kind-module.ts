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
  return [
    `/* @ts-self-types=${JSON.stringify(`./${declaration}`)} */\n`,
    `import { checkKind } from ${JSON.stringify(imports.runtime)};\n`,
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
    ...entries.map(({ kind, rules }) => `\n${kindTypes(kind, rules !== undefined)}`),
  ].join("");
}

// A custom kind may hold a dash.
function identifier({ kind }: Kind): string {
  return kind.replace(/[^A-Za-z0-9_$]/g, "_");
}

function kindCode({ kind, rules, isRecursive }: KindEntry): string {
  const facts = [
    `apiVersion: ${JSON.stringify(formatApiVersion(kind))}`,
    `kind: ${JSON.stringify(kind.kind)}`,
    `structure: is${identifier(kind)}`,
    ...(rules === undefined ? [] : [`rules: ${rules.export}`, `rulesDecideRequired: ${rules.decidesRequired}`]),
    ...(isRecursive ? ["isRecursive: true"] : []),
  ];
  return `const of${identifier(kind)} = { ${facts.join(", ")} };\n` +
    `export function validate${identifier(kind)}(value, options) {\n` +
    `  return checkKind(value, of${identifier(kind)}, options);\n}\n`;
}

function kindTypes(kind: Kind, hasRules: boolean): string {
  const checked = hasRules ? "structure and the API server's own rules" : "structure only";
  return `/**\n * Lists what is wrong with \`value\` as ${kind.kind} of \`${
    formatApiVersion(kind)
  }\`: ${checked}.\n *\n` +
    ` * @param value Any value; it is not changed.\n * @returns No issue if it is valid.\n` +
    ` * @throws {RangeError} If \`options.kubernetesVersion\` is no version.\n */\n` +
    `export declare function validate${
      identifier(kind)
    }(value: unknown, options?: ValidateOptions): readonly ValidationIssue[];\n`;
}
