/**
 * The last part of a definition's name.
 */
export function shortName(definition: string): string {
  return definition.slice(definition.lastIndexOf(".") + 1);
}
