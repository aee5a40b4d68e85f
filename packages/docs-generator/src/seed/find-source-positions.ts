import type { SourcePositions } from "./seed-positions.ts";

/**
 * Finds the line of each property of an interface in the text of a generated module.
 *
 * @param source TypeScript with two spaces of indent, as `@kubeschema/types` has it.
 * @returns Lines counted from 1; undefined if the module declares no such interface.
 */
export function findSourcePositions(source: string, interfaceName: string): SourcePositions | undefined {
  const lines = source.split("\n");
  const start = lines.findIndex((line) => interfacePattern.exec(line)?.[1] === interfaceName);
  if (start < 0) return undefined;
  const positions: [string, number][] = [];
  for (let index = start + 1; index < lines.length && lines[index] !== "}"; index++) {
    const [, quoted, bare] = propertyPattern.exec(lines[index] ?? "") ?? [];
    const name = quoted === undefined ? bare : String(JSON.parse(quoted));
    if (name !== undefined) positions.push([name, index + 1]);
  }
  return Object.fromEntries(positions);
}

const interfacePattern = /^export interface ([\w$]+) /;
const propertyPattern = /^ {2}(?:readonly )?(?:("(?:[^"\\]|\\.)*")|([\w$]+))\??:/;
