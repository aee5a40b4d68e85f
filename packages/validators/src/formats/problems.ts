/**
 * The problems of a text: one entry per violated check, each ending a sentence that the text begins; none if it is
 * valid.
 */
export type Problems = readonly string[];

/** The answer for a valid text. */
export const noProblems: Problems = [];

/** Reads `is longer than 63 bytes`. */
export function tooLong(bytes: number): string {
  return `is longer than ${bytes} bytes`;
}
