import { isLongerThan } from "./byte-length.ts";
import { noProblems, type Problems, tooLong } from "./problems.ts";

/**
 * The problems of a name that has a form and a length; the two are separate, as on the API server.
 *
 * The forms are tested by searching for one wrong place rather than by matching the whole text. Such patterns repeat no
 * group, which is what keeps them linear.
 */
export function nameProblems(text: string, isWrong: boolean, isNot: string, longest: number): Problems {
  const isLong = isLongerThan(text, longest);
  if (!isWrong && !isLong) return noProblems;
  return [...(isLong ? [tooLong(longest)] : []), ...(isWrong ? [isNot] : [])];
}
