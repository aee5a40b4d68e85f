import { type CelFunc, type CelValue, isCelList } from "@bufbuild/cel";
import { spend } from "./budget.ts";

// The length of a list is known, and lists are joined without visiting their items.
const withoutLook = new Set(["size", "_+_"]);

/**
 * Makes functions that count their cost before they are called: a tenth of a step, one for each item that they visit,
 * and one for a hundred characters.
 *
 * An error thrown here ends the whole evaluation; an error of the function itself is a value, after which `all()`
 * continues.
 */
export function countCalls(functions: Iterable<CelFunc>): CelFunc[] {
  return Array.from(functions, (original) =>
    Object.create(original, {
      call: {
        value: (id: number, target: CelValue | undefined, args: CelValue[]) => {
          spend(
            0.1 + costOf(original.name, target) +
              args.reduce<number>((sum, arg) => sum + costOf(original.name, arg), 0),
          );
          return original.call(id, target, args);
        },
      },
    }));
}

function costOf(name: string, value: CelValue | undefined): number {
  if (typeof value === "string") return value.length / 100;
  return isCelList(value) && !withoutLook.has(name) ? value.size : 0;
}
