import { type CelFunc, celMethod, CelScalar, listType } from "@bufbuild/cel";
import { compilePattern } from "../../schema/pattern.ts";
import { spend } from "../budget.ts";

const { INT, STRING } = CelScalar;

/** @see {@link https://kubernetes.io/docs/reference/using-api/cel/#kubernetes-regex-library} */
export const regexFunctions: readonly CelFunc[] = [
  celMethod("find", STRING, [STRING], STRING, function (pattern) {
    return findAll(this, pattern, 1)[0] ?? "";
  }),
  celMethod("findAll", STRING, [STRING], listType(STRING), function (pattern) {
    return [...findAll(this, pattern, -1)];
  }),
  celMethod("findAll", STRING, [STRING, INT], listType(STRING), function (pattern, most) {
    return [...findAll(this, pattern, Number(most))];
  }),
];

function findAll(text: string, pattern: string, most: number): readonly string[] {
  const matcher = compilePattern(pattern).matcher(text);
  const found: string[] = [];
  while ((most < 0 || found.length < most) && matcher.find()) {
    spend(1);
    found.push(matcher.group() ?? "");
  }
  return found;
}
