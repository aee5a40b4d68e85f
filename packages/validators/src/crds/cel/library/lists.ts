import { type CelFunc, type CelList, celMethod, CelScalar, type CelValue, isCelList, listType } from "@bufbuild/cel";
import { spend } from "../budget.ts";
import { compareScalars, isSame } from "./compare.ts";

const { BOOL, DYN, INT } = CelScalar;
const anyList = listType(DYN);

/** @see {@link https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-list-library} */
export const listFunctions: readonly CelFunc[] = [
  celMethod("isSorted", anyList, [], BOOL, function () {
    const items = [...this];
    return items.every((item, index) => index === 0 || compareScalars(items[index - 1] ?? null, item) <= 0);
  }),
  celMethod("sum", anyList, [], DYN, function () {
    const [first, ...rest] = this;
    // Of an empty list the type is not known here; an int equals a double of the same size.
    return rest.reduce(add, first ?? 0n);
  }),
  celMethod("min", anyList, [], DYN, function () {
    return extreme(this, -1);
  }),
  celMethod("max", anyList, [], DYN, function () {
    return extreme(this, 1);
  }),
  celMethod("indexOf", anyList, [DYN], INT, function (value) {
    return BigInt([...this].findIndex((item) => isSame(item, value)));
  }),
  celMethod("lastIndexOf", anyList, [DYN], INT, function (value) {
    return BigInt([...this].findLastIndex((item) => isSame(item, value)));
  }),
  celMethod("flatten", anyList, [], anyList, function () {
    return [...this].flatMap((item) => isCelList(item) ? [...item] : [item]);
  }),
  celMethod("distinct", anyList, [], anyList, function () {
    const kept: CelValue[] = [];
    for (const item of this) {
      spend(kept.length);
      if (!kept.some((other) => isSame(item, other))) kept.push(item);
    }
    return kept;
  }),
  celMethod("reverse", anyList, [], anyList, function () {
    return [...this].reverse();
  }),
  celMethod("sort", anyList, [], anyList, function () {
    return [...this].sort(compareScalars);
  }),
];

function extreme(list: CelList, sign: number): CelValue {
  const [first, ...rest] = list;
  if (first === undefined) throw new RangeError("min and max of an empty list");
  return rest.reduce<CelValue>((best, item) => compareScalars(item, best) * sign > 0 ? item : best, first);
}

function add(a: CelValue, b: CelValue): CelValue {
  if (typeof a === "bigint" && typeof b === "bigint") {
    const sum = a + b;
    if (sum >= 2n ** 63n || sum < -(2n ** 63n)) throw new RangeError("integer overflow");
    return sum;
  }
  if (typeof a === "number" && typeof b === "number") return a + b;
  throw new TypeError("found no matching overload: sum of values that are not numbers");
}
