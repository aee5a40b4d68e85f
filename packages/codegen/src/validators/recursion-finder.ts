import { type Definition, referencesOf } from "@kubeschema/model";

/**
 * Makes a function that tells whether following references from a definition can lead back to one already passed, so
 * that its values nest without bound: JSONSchemaProps, and the CustomResourceDefinition that holds it.
 */
export function recursionFinder(definitions: Readonly<Record<string, Definition>>): (name: string) => boolean {
  const answers = new Map<string, boolean>();

  function isRecursive(name: string, path: Set<string>): boolean {
    const known = answers.get(name);
    if (known !== undefined) return known;
    if (path.has(name)) return true;
    path.add(name);
    const schema = Object.hasOwn(definitions, name) ? definitions[name]?.schema : undefined;
    const answer = schema !== undefined && referencesOf(schema).some((next) => isRecursive(next, path));
    path.delete(name);
    answers.set(name, answer);
    return answer;
  }

  return (name) => isRecursive(name, new Set());
}
