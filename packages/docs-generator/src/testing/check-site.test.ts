import { expect, test } from "vitest";
import { checkSite } from "./check-site.ts";

test("checkSite() finds broken links and duplicate ids", () => {
  const page = '<a id="x" href="a.html#x">1</a><a id="x" href="b.html">2</a><a href="#y">3</a><script src="../c.js">';
  expect(checkSite([{ path: "a.html", text: page }])).toEqual([
    "a.html has a duplicate id",
    "a.html links to b.html, which does not exist",
    "a.html links to #y, which lacks the id",
    "a.html links to ../c.js, which does not exist",
  ]);
});
