// The requirements of custom kinds' schemas, in the words that generated validators and those made at run time share.

/** What is counted. */
export type Counted = "items" | "fields";

/** Reads `must have at most 3 items, found 5`. */
export function countProblem(bound: "least" | "most", limit: number, what: Counted, count: number): string {
  return `must have at ${bound} ${limit} ${limit === 1 ? what.slice(0, -1) : what}, found ${count}`;
}

/** Reads `is longer than 3 characters`. */
export function lengthProblem(relation: "longer" | "shorter", limit: number): string {
  return `is ${relation} than ${limit} ${limit === 1 ? "character" : "characters"}`;
}

/** Says what an item repeats: the keys of its list, or an earlier item. */
export function duplicateProblem(keys: readonly string[]): string {
  return keys.length === 0 ? "is equal to an earlier item" : `has the same ${keys.join(", ")} as an earlier item`;
}

/** Of `anyOf`. */
export const noneFitsProblem = "fits none of the alternatives (anyOf)";

/** Of `oneOf`. */
export function notOneFitsProblem(count: number): string {
  return `fits ${count === 0 ? "none" : count} of the alternatives; must fit exactly one (oneOf)`;
}

/** Of `not`. */
export const excludedProblem = "is a value that is excluded (not)";
