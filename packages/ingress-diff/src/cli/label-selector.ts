/** What the labels of an object must be; all of it must hold. */
export type LabelSelector = readonly Requirement[];

/** One part of a selector. `notin` also holds where there is no such label, as in Kubernetes. */
type Requirement = {
  readonly key: string;
  readonly operator: "in" | "notin" | "exists" | "absent";
  readonly values: readonly string[];
};

/**
 * Parses a label selector as kubectl takes it: `app=web,tier!=test`, `env in (a, b)`, `env notin (a)`, `app`, `!app`.
 *
 * @see {@link https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors}
 * @returns `undefined` if the text is not a selector, or one that no label can fit.
 */
export function parseLabelSelector(text: string): LabelSelector | undefined {
  // Commas within parentheses separate values, the others requirements.
  const requirements = text.split(/,(?![^()]*\))/).map((part) => parseRequirement(part.trim()));
  return requirements.every(canFit) ? requirements : undefined;
}

/** Tells whether labels match a selector. */
export function matchesLabels(selector: LabelSelector, labels: Readonly<Record<string, string>>): boolean {
  return selector.every(({ key, operator, values }) => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (operator === "exists") return value !== undefined;
    if (operator === "absent") return value === undefined;
    const isListed = value !== undefined && values.includes(value);
    return operator === "in" ? isListed : !isListed;
  });
}

function parseRequirement(part: string): Requirement {
  const set = /^([^\s=!,()]+)\s+(in|notin)\s*\(([^()]*)\)$/.exec(part);
  if (set !== null) {
    const values = (set[3] ?? "").split(",").map((value) => value.trim());
    return { key: set[1] ?? "", operator: set[2] === "in" ? "in" : "notin", values };
  }
  const pair = /^([^\s=!,()]+)\s*(==|=|!=)\s*([^\s=!,()]*)$/.exec(part);
  if (pair !== null) {
    return { key: pair[1] ?? "", operator: pair[2] === "!=" ? "notin" : "in", values: [pair[3] ?? ""] };
  }
  const [, isNot = "", key = ""] = /^(!?)\s*([^\s=!,()]+)$/.exec(part) ?? [];
  return { key, operator: isNot === "" ? "exists" : "absent", values: [] };
}

const name = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;
const prefix = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** A selector that no label can fit is a mistake in typing, not a report without Ingresses. */
function canFit({ key, values }: Requirement): boolean {
  const slash = key.indexOf("/");
  const isKey = name.test(key.slice(slash + 1)) && (slash === -1 || prefix.test(key.slice(0, slash)));
  return isKey && values.every((value) => value === "" || name.test(value));
}
