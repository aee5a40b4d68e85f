import { expect, test } from "vitest";
import { formatReport } from "./format-report.ts";

const report = {
  name: "Service",
  count: 3,
  accepted: 1,
  undecodable: 0,
  sameVerdict: 2,
  sameFaults: 1,
  differences: [
    { object: { a: 1 }, server: ["spec.ports[0].name Invalid"], ours: [], reason: undefined },
    { object: { b: 1 }, server: ["spec Required"], ours: ["spec Invalid"], reason: "an old server" },
  ],
};

test("formatReport() never rounds up, and shows each class of difference with an object", () => {
  expect(formatReport([report])).toBe(
    [
      "kind     objects  accepted  undecodable  same verdict  same faults",
      "Service        3         1            0       66.66 %      33.33 %",
      "",
      "Service: 1x verdicts differ; server only: spec.ports[].name Invalid; ours only: nothing",
      '  {"a":1}',
      "",
      "Service: 1x known: an old server",
      '  {"b":1}',
      "",
    ].join("\n"),
  );
});
