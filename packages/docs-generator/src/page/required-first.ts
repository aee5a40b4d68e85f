/** Puts required fields before the others; both keep the order of the source. */
export function requiredFirst<T extends { readonly isRequired: boolean }>(fields: readonly T[]): readonly T[] {
  return [...fields.filter(({ isRequired }) => isRequired), ...fields.filter(({ isRequired }) => !isRequired)];
}
