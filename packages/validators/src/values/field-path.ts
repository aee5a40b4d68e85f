/**
 * A path to a field, from the last step back to the first. Rules build one step per field they enter, which costs little;
 * text is made only for an issue.
 */
export interface FieldPath {
  readonly parent: FieldPath | undefined;
  /** A field's name, or the index of a list's item. */
  readonly step: string | number;
  /** True where the step is a key of a map. */
  readonly isKey?: boolean;
}

/** The path of a field of the object itself. */
export function field(name: string): FieldPath {
  return { parent: undefined, step: name };
}

/** The path of a field inside the field at `parent`. */
export function child(parent: FieldPath, name: string): FieldPath {
  return { parent, step: name };
}

/** The path of an item of the list at `parent`. */
export function item(parent: FieldPath, index: number): FieldPath {
  return { parent, step: index };
}

/** The path of the value of a key of the map at `parent`: `data[key]`. */
export function key(parent: FieldPath, name: string): FieldPath {
  return { parent, step: name, isKey: true };
}

/** Writes a path as the API server does: `spec.rules[0].host`. */
export function formatFieldPath({ parent, step, isKey }: FieldPath): string {
  if (typeof step === "number" || isKey) return `${parent === undefined ? "" : formatFieldPath(parent)}[${step}]`;
  return parent === undefined ? step : `${formatFieldPath(parent)}.${step}`;
}

/** The steps of a path, from the first to the last. */
export function stepsOf({ parent, step }: FieldPath): readonly (string | number)[] {
  return parent === undefined ? [step] : [...stepsOf(parent), step];
}
