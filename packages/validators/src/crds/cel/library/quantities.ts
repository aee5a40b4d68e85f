import { type CelFunc, celFunc, type CelMap, celMethod, CelScalar, type CelValue } from "@bufbuild/cel";
import { parseQuantity } from "../../../formats/parse-quantity.ts";
import { isQuantity } from "../../../runtime/is-quantity.ts";
import { partOf, tagged, taggedMap } from "./tagged.ts";

const { BOOL, DOUBLE, DYN, INT, STRING } = CelScalar;
const billion = 1_000_000_000n;
const mostInt = 2n ** 63n;

/** @see {@link https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-quantity-library} */
export const quantityFunctions: readonly CelFunc[] = [
  celFunc("isQuantity", [STRING], BOOL, isQuantity),
  celFunc("quantity", [STRING], DYN, (text) => {
    if (!isQuantity(text)) throw new RangeError(`${JSON.stringify(text)} is not a quantity`);
    return quantity(parseQuantity(text));
  }),
  celMethod("sign", taggedMap, [], INT, function () {
    const size = sizeOf(this);
    return size === 0n ? 0n : size > 0n ? 1n : -1n;
  }),
  celMethod("isInteger", taggedMap, [], BOOL, function () {
    return isWhole(sizeOf(this));
  }),
  celMethod("asInteger", taggedMap, [], INT, function () {
    const size = sizeOf(this);
    if (!isWhole(size)) throw new RangeError("the quantity is not an integer");
    return size / billion;
  }),
  celMethod("asApproximateFloat", taggedMap, [], DOUBLE, function () {
    return Number(sizeOf(this)) / Number(billion);
  }),
  ...operation("add", (a, b) => a + b),
  ...operation("sub", (a, b) => a - b),
  celMethod("isLessThan", taggedMap, [DYN], BOOL, function (other) {
    return sizeOf(this) < sizeOf(other);
  }),
  celMethod("isGreaterThan", taggedMap, [DYN], BOOL, function (other) {
    return sizeOf(this) > sizeOf(other);
  }),
  celMethod("compareTo", taggedMap, [DYN], INT, function (other) {
    const [size, otherSize] = [sizeOf(this), sizeOf(other)];
    return size === otherSize ? 0n : size > otherSize ? 1n : -1n;
  }),
];

function operation(name: string, combine: (a: bigint, b: bigint) => bigint): readonly CelFunc[] {
  return [
    celMethod(name, taggedMap, [DYN], DYN, function (other) {
      const size = typeof other === "bigint" ? other * billion : sizeOf(other);
      return quantity(combine(sizeOf(this), size));
    }),
  ];
}

/** A quantity is its size in billionths. */
function quantity(size: bigint): CelMap {
  return tagged("quantity", { size });
}

function sizeOf(value: CelValue): bigint {
  return partOf(value, "quantity", "size") as bigint; // quantity() made it.
}

function isWhole(size: bigint): boolean {
  const whole = size / billion;
  return size % billion === 0n && whole >= -mostInt && whole < mostInt;
}
