import { describe, expect, test } from "vitest";
import { PythonDict } from "./python-dict-order.ts";

describe("PythonDict", () => {
  // The first two orders are those of the lines in the seed page; a dict of up to five keys has eight slots.
  test("iterates as CPython 2.7 does", () => {
    expect(PythonDict.ofInsertions(["apiVersion", "kind", "metadata", "spec", "status"]).keys())
      .toEqual(["status", "kind", "spec", "apiVersion", "metadata"]);
  });

  test("depends on the order of insertion only where slots collide", () => {
    const keys = ["status", "kind", "spec", "apiVersion", "metadata"];
    expect(new Set(PythonDict.ofInsertions(keys.toReversed()).keys())).toEqual(new Set(keys));
  });

  test("keeps every key once while growing and copying", () => {
    const keys = Array.from({ length: 500 }, (_, index) => `key${index % 250}`);
    const dict = PythonDict.ofInsertions(keys);
    expect(dict.keys().toSorted()).toEqual([...new Set(keys)].toSorted());
    expect(dict.updatedCopy().keys().toSorted()).toEqual(dict.keys().toSorted());
    expect(PythonDict.ofInsertions(["", "ü"]).keys()).toContain("");
  });
});
