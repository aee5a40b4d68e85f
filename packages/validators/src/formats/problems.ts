/** What is wrong with a text: one entry per violated check, each ending a sentence that the text begins; none if it is right. */
export type Problems = readonly string[];

/** The answer for a text that is right. */
export const noProblems: Problems = [];

/** Reads `is longer than 63 bytes`. */
export function tooLong(bytes: number): string {
  return `is longer than ${bytes} bytes`;
}
