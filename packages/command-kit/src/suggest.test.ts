import { expect, test } from "vitest";
import { suggest } from "./suggest.ts";

const words = ["report", "diff", "plan", "watch", "rbac", "snapshot", "compare", "explain", "demo", "help"];

test.each([
  { written: "reprot", want: "report" },
  { written: "snapshoot", want: "snapshot" },
  { written: "plans", want: "plan" },
  { written: "WATCH", want: "watch" },
  { written: "compar", want: "compare" },
  { written: "web", want: undefined },
  { written: "checkout", want: undefined },
  { written: "shop/web", want: undefined },
  { written: "api", want: undefined },
  { written: "", want: undefined },
])("suggest() finds $want for $written", ({ written, want }) => {
  expect(suggest(written, words)).toBe(want === undefined ? "" : ` (did you mean "${want}"?)`);
});

test("suggest() takes no word of two letters for another", () => {
  expect(suggest("-x", ["-o", "-n"])).toBe("");
});
