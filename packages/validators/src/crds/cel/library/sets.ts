import { type CelFunc, celFunc, type CelList, CelScalar, type CelValue, listType } from "@bufbuild/cel";
import { spend } from "../budget.ts";
import { isSame } from "./compare.ts";

const { BOOL, DYN } = CelScalar;
const anyList = listType(DYN);

/** @see {@link https://github.com/google/cel-go/tree/master/ext#sets} */
export const setFunctions: readonly CelFunc[] = [
  celFunc("sets.contains", [anyList, anyList], BOOL, holdsAll),
  celFunc("sets.equivalent", [anyList, anyList], BOOL, (a, b) => holdsAll(a, b) && holdsAll(b, a)),
  celFunc("sets.intersects", [anyList, anyList], BOOL, (a, b) => [...b].some((item) => holds(a, item))),
];

function holdsAll(list: CelList, items: CelList): boolean {
  return [...items].every((item) => holds(list, item));
}

function holds(list: CelList, item: CelValue): boolean {
  spend(list.size);
  return [...list].some((other) => isSame(other, item));
}
