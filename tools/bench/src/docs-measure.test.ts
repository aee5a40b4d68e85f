import { expect, test } from "vitest";
import { formatDocsTable } from "./docs-measure.ts";

test("formatDocsTable() writes times as multiples of the first row's", () => {
  const tree = { fileCount: 3, sizeBytes: 1_500_000 };
  const text = formatDocsTable({
    rows: [
      { name: "a", wallMs: 500, peakBytes: 2 ** 20, tree },
      { name: "b", wallMs: 1000, peakBytes: 2 ** 21, tree },
    ],
    weights: [{ name: "page", gzipBytes: 1234 }],
    missing: ["c: cannot be installed"],
  });
  expect(text).toMatch(/\| b +\| 1\.00 s +\| 2\.00 x +\| 2 MiB +\| 3 +\| 1\.5 MB +\|/);
  expect(text).toContain("Not measured: c: cannot be installed");
  expect(text).toMatch(/\| page +\| 1\.2 KB +\|/);
});
