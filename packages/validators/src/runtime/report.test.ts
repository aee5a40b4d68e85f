import { expect, test } from "vitest";
import { field } from "../values/field-path.ts";
import { type Report, reportFrom } from "./report.ts";

test("reportFrom() adds the source, the innermost of rules that call each other", () => {
  const sources: (string | undefined)[] = [];
  const sink: Report = (_type, _path, _value, _problem, _allowed, source) => void sources.push(source);
  const outer = reportFrom(sink, "a.go", "ValidateOuter");
  const inner = reportFrom(outer, "b.go", "ValidateInner");
  outer("Invalid", field("a"), 1, "must be 2");
  inner("Invalid", field("a"), 1, "must be 2");
  expect(sources).toEqual(["a.go, ValidateOuter", "b.go, ValidateInner"]);
});
