import { formatApiVersion, type Kind } from "@kubeschema/model";
import { isReservedName } from "./reserved-words.ts";

/** The functions of a kind: `ingress()` makes one, `isIngress()` recognises one. */
export interface KindFunctions {
  readonly builder: string;
  readonly guard: string;
}

/** Derives the names of a kind's functions from the name of its type. */
export function kindFunctions(typeName: string): KindFunctions {
  // APIService is apiService, HTTPRoute is httpRoute, ServiceCIDR is serviceCIDR.
  const builder = typeName.replace(/^(?:[A-Z]+(?=[A-Z][a-z])|[A-Z](?=[a-z]|$)|[A-Z]+)/, (head) => head.toLowerCase());
  const isTaken = isReservedName(builder) || builder === typeName || kindImports.some((name) => name === builder);
  return { builder: isTaken ? `${builder}_` : builder, guard: `is${typeName}` };
}

/** The runtime of the functions of all kinds, which a module with a kind imports. */
export const kindImports = ["hasTypeMeta", "type OptionalTypeMeta", "withTypeMeta"] as const;

/** Writes the two functions of a kind. */
export function kindFunctionLines(kind: Kind, typeName: string): readonly string[] {
  const { builder, guard } = kindFunctions(typeName);
  const typeMeta = `${JSON.stringify(formatApiVersion(kind))}, ${JSON.stringify(kind.kind)}`;
  return [
    "",
    `/** Makes a ${kind.kind}; \`apiVersion\` and \`kind\` are filled in. */`,
    `export function ${builder}(object: OptionalTypeMeta<${typeName}>): ${typeName} {`,
    `  return withTypeMeta(${typeMeta}, object);`,
    "}",
    "",
    `/** Tells whether \`apiVersion\` and \`kind\` of a value are those of ${kind.kind}. */`,
    `export function ${guard}(value: unknown): value is ${typeName} {`,
    `  return hasTypeMeta(value, ${typeMeta});`,
    "}",
  ];
}
