import { describe, expect, test } from "vitest";
import { faultsOf } from "../testing/faults-of.ts";
import { checkConfigMap } from "./config-map.ts";

const fill = (count: number): string => "a".repeat(count);

describe("checkConfigMap() judges as the API server does:", () => {
  test.each<{ name: string; fields: Record<string, unknown>; want: readonly string[] }>([
    { name: "nothing", fields: {}, want: [] },
    { name: "keys", fields: { data: { "A.b-c_d": "", "...a": null } }, want: ["data[...a] Invalid"] },
    { name: "an empty key", fields: { data: { "": "" } }, want: ["data[] Invalid"] },
    { name: "a key of a dot", fields: { data: { ".": "" } }, want: ["data[.] Invalid"] },
    { name: "a key with a slash", fields: { binaryData: { "a/b": "" } }, want: ["binaryData[a/b] Invalid"] },
    {
      name: "a long bad key",
      fields: { data: { [`${fill(253)}/`]: "" } },
      want: Array(2).fill(`data[${fill(253)}/] Invalid`),
    },
    { name: "a key in both", fields: { data: { a: "" }, binaryData: { a: "" } }, want: ["data[a] Invalid"] },
    { name: "a mebibyte", fields: { data: { a: fill(1048576) } }, want: [] },
    { name: "a byte more", fields: { data: { a: fill(1048577) } }, want: ["[] TooLong"] },
    { name: "bytes of UTF-8", fields: { data: { a: "é".repeat(524289) } }, want: ["[] TooLong"] },
    { name: "decoded bytes", fields: { binaryData: { a: "A".repeat(1398100) } }, want: [] },
    {
      name: "both together",
      fields: { data: { a: fill(1048573) }, binaryData: { b: "AAAAAA==" } },
      want: ["[] TooLong"],
    },
  ])("$name", ({ fields, want }) => {
    expect(faultsOf(checkConfigMap, { metadata: { name: "a" }, ...fields })).toEqual(want);
  });

  test("a generation that is negative", () => {
    expect(faultsOf(checkConfigMap, { metadata: { name: "a", generation: -1 } })).toEqual([
      "metadata.generation Invalid",
    ]);
  });
});
