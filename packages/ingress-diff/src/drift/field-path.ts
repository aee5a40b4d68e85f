/**
 * One step into an object: a field, a key of a map, or the items of a list that a selector such as `host="a.example"`
 * or an index picks.
 */
export type PathStep =
  | { readonly field: string }
  | { readonly key: string }
  | { readonly selector: string };

/** Formats steps as `.spec.rules[host="a.example"].http` or `.metadata.labels["app"]`. */
export function formatFieldPath(steps: readonly PathStep[]): string {
  return steps.map((step) => {
    if ("field" in step) return `.${step.field}`;
    return "key" in step ? `[${JSON.stringify(step.key)}]` : `[${step.selector}]`;
  }).join("");
}

/**
 * Reads a path as {@linkcode formatFieldPath} writes it. The first dot may be left out, and `[*]` stands for any item
 * or key.
 *
 * @throws {SyntaxError} If it is not such a path.
 */
export function parseFieldPath(text: string): readonly PathStep[] {
  const steps: PathStep[] = [];
  const rest = text.startsWith(".") || text.startsWith("[") ? text : `.${text}`;
  const token = /\.([^.[\]"]+)|\[("(?:[^"\\]|\\.)*")\]|\[((?:[^\]"]|"(?:[^"\\]|\\.)*")+)\]/y;
  while (token.lastIndex < rest.length) {
    const at = token.lastIndex;
    const [, field, key, selector] = token.exec(rest) ?? [];
    if (field !== undefined) steps.push({ field });
    else if (key !== undefined) steps.push({ key: parseKey(key, text) });
    else if (selector !== undefined) steps.push({ selector });
    else throw new SyntaxError(`Cannot read field path "${text}": unexpected "${rest.slice(at)}"`);
  }
  if (steps.length === 0) throw new SyntaxError(`Cannot read field path "${text}": it has no field`);
  return steps;
}

/** Tells whether a place is the one that a pattern names, or lies inside it. */
export function isWithin(place: readonly PathStep[], pattern: readonly PathStep[]): boolean {
  return pattern.length <= place.length && pattern.every((wanted, index) => {
    const step = place[index];
    return step !== undefined && isSame(step, wanted);
  });
}

function isSame(step: PathStep, wanted: PathStep): boolean {
  if ("selector" in wanted) {
    return !("field" in step) && (wanted.selector === "*" || ("selector" in step && step.selector === wanted.selector));
  }
  // `.metadata.labels.app` and `.metadata.labels["app"]` are the same to people.
  return !("selector" in step) && nameOf(step) === nameOf(wanted);
}

function nameOf(step: { readonly field: string } | { readonly key: string }): string {
  return "field" in step ? step.field : step.key;
}

function parseKey(quoted: string, text: string): string {
  try {
    return String(JSON.parse(quoted));
  } catch (cause) {
    throw new SyntaxError(`Cannot read field path "${text}": ${quoted} is not a JSON string`, { cause });
  }
}
