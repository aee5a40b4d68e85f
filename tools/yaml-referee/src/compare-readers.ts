import { isDeepStrictEqual } from "node:util";
import { readManifest } from "@kubeschema/manifest-reader";
import { type Answer, askReferee } from "./ask-referee.ts";

/** A text that the two readers do not read alike. */
export interface Difference {
  readonly text: string;
  readonly kubectl: Answer;
  readonly ours: Answer;
}

/** What came of some texts. */
export interface Comparison {
  readonly differences: readonly Difference[];
  /** Texts that kubectl takes. */
  readonly takenCount: number;
  /** Texts that only we refuse, since a key is repeated. */
  readonly repeatedKeyCount: number;
}

/** Reads texts with both readers. */
export function compareReaders(referee: string, texts: readonly string[]): Comparison {
  const differences: Difference[] = [];
  let [takenCount, repeatedKeyCount] = [0, 0];
  for (const [index, kubectl] of askReferee(referee, texts).entries()) {
    const text = texts[index] ?? "";
    const ours = read(text);
    if (kubectl.error === undefined) takenCount++;
    if (agree(kubectl, ours)) continue;
    // kubectl takes any of the values, whatever is wrong with the others.
    const isRepeated = kubectl.isRepeated === true || ours.error?.includes("is duplicated");
    if (isRepeated && ours.error !== undefined) repeatedKeyCount++;
    else differences.push({ text, kubectl, ours });
  }
  return { differences, takenCount, repeatedKeyCount };
}

function read(text: string): Answer {
  const values: unknown[] = [];
  for (const { value, problem } of readManifest(text)) {
    if (problem !== undefined) return { values, error: problem };
    values.push(value);
  }
  return { values };
}

function agree(kubectl: Answer, ours: Answer): boolean {
  if (kubectl.error !== undefined || ours.error !== undefined) {
    return (kubectl.error === undefined) === (ours.error === undefined);
  }
  // Through JSON, where -0 is 0 and there are no prototypes.
  return isDeepStrictEqual(JSON.parse(JSON.stringify(ours.values)), JSON.parse(JSON.stringify(kubectl.values)));
}
