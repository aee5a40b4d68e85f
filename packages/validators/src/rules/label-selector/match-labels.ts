import { labelValueProblems } from "../../formats/label-value.ts";
import { qualifiedNameProblems } from "../../formats/qualified-name.ts";
import { asObject, type JsonObject, listOf, textOf } from "../../values/json-object.ts";

/** A selector that can be used. */
export interface Selector {
  /** It selects everything. */
  readonly isEmpty: boolean;
  readonly matches: (labels: JsonObject) => boolean;
}

/**
 * Makes a selector; an absent one selects nothing.
 *
 * @returns `undefined` if a key, an operator or a value is wrong.
 * Source: apimachinery, pkg/apis/meta/v1/helpers.go, LabelSelectorAsSelector.
 */
export function selectorFrom(selector: JsonObject | undefined): Selector | undefined {
  if (selector === undefined) return { isEmpty: false, matches: () => false };
  const matchLabels = asObject(selector.matchLabels);
  const requirements = [
    ...Object.keys(matchLabels).map((key) => ({ key, operator: "In", values: [textOf(matchLabels[key])] })),
    ...listOf(selector.matchExpressions).map(asObject).map((entry) => ({
      key: textOf(entry.key),
      operator: textOf(entry.operator),
      values: listOf(entry.values).map(textOf),
    })),
  ];
  if (!requirements.every(isUsable)) return undefined;
  return {
    isEmpty: requirements.length === 0,
    matches: (labels) => requirements.every((requirement) => isMet(requirement, labels)),
  };
}

interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

function isUsable({ key, operator, values }: Requirement): boolean {
  const needsValues = operator === "In" || operator === "NotIn";
  if (!needsValues && operator !== "Exists" && operator !== "DoesNotExist") return false;
  if (needsValues !== values.length > 0) return false;
  return qualifiedNameProblems(key).length === 0 && values.every((value) => labelValueProblems(value).length === 0);
}

function isMet({ key, operator, values }: Requirement, labels: JsonObject): boolean {
  const isThere = Object.hasOwn(labels, key);
  switch (operator) {
    case "In":
      return isThere && values.includes(textOf(labels[key]));
    case "NotIn":
      return !isThere || !values.includes(textOf(labels[key]));
    case "Exists":
      return isThere;
    default:
      return !isThere;
  }
}
