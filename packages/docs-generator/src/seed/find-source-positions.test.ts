import { describe, expect, test } from "vitest";
import { findSourcePositions } from "./find-source-positions.ts";

const source = `/** Not the one. */
export interface BookSpec {
  title: string;
}

export interface Book {
  /**
   * kind: not a property
   */
  kind: "Book";
  readonly spec?: BookSpec;
  "$ref"?: string;
  "a\\"b": { inner: string };
  nested?: {
    deep: string;
  };
}

export const after: number = 1;
`;

describe("findSourcePositions()", () => {
  test("finds the lines of an interface's own properties", () => {
    expect(findSourcePositions(source, "Book")).toEqual({ kind: 10, spec: 11, $ref: 12, 'a"b': 13, nested: 14 });
  });

  test("finds an interface by its whole name", () => {
    expect(findSourcePositions(source, "BookSpec")).toEqual({ title: 3 });
    expect(findSourcePositions(source, "Boo")).toBeUndefined();
  });
});
