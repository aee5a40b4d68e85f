/** One class of the official client's typings. */
export interface TypingsClass {
  readonly description: string | undefined;
  readonly attributes: readonly TypingsAttribute[];
}

/** One attribute: its name in JSON, its TypeScript type as written, and the OpenAPI format. */
export interface TypingsAttribute {
  readonly name: string;
  readonly type: string;
  readonly format: string;
  readonly isRequired: boolean;
  readonly description: string | undefined;
}

const classPattern = /(?:\/\*\*\n((?:\* .*\n|\*\n)*)\*\/\n)?export declare class /;
const propertyPattern = /(?: {4}\/\*\*\n((?: {4}\*.*\n)*?) {4}\*\/\n)? {4}'([^']+)'(\??): /g;
const attributesPattern = /\.attributeTypeMap = (\[[\s\S]*?\n\]);/;

/**
 * Reads one class from its two files.
 *
 * @param declaration Text of `V1Ingress.d.ts`: descriptions and required marks.
 * @param code Text of `V1Ingress.js`: JSON names, types and formats.
 * @throws {SyntaxError} If the files do not have the form that the client's generator gives them.
 */
export function parseTypingsClass(name: string, declaration: string, code: string): TypingsClass {
  const map = attributesPattern.exec(code)?.[1];
  if (map === undefined) throw new SyntaxError(`Cannot read class "${name}": expected an attributeTypeMap`);
  const entries: readonly { name: string; baseName: string; type: string; format: string }[] = JSON.parse(map);
  const marks = new Map<string, { isRequired: boolean; description: string | undefined }>();
  for (const [, comment, property, optional] of declaration.matchAll(propertyPattern)) {
    marks.set(property ?? "", { isRequired: optional === "", description: commentText(comment) });
  }
  return {
    description: commentText(classPattern.exec(declaration)?.[1]),
    attributes: entries.map(({ name: property, baseName, type, format }) => {
      const mark = marks.get(property);
      if (!mark) throw new SyntaxError(`Cannot read class "${name}": its declaration lacks "${property}"`);
      return { name: baseName, type, format, ...mark };
    }),
  };
}

function commentText(comment: string | undefined): string | undefined {
  if (!comment) return undefined;
  const text = comment.split("\n").map((line) => line.replace(/^ *\* ?/, "")).join("\n").trim();
  // The client's generator escapes quotes and what would end the comment.
  return text.replaceAll("*_/", "*/").replace(/\\(["'`])/g, "$1") || undefined;
}
