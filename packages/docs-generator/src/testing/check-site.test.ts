import { expect, test } from "vitest";
import { checkSite } from "./check-site.ts";

test("checkSite() finds links that lead nowhere, and ids that are there twice", () => {
  const page = '<a id="x" href="a.html#x">1</a><a id="x" href="b.html">2</a><a href="#y">3</a><script src="../c.js">';
  expect(checkSite([{ path: "a.html", text: page }])).toEqual([
    "a.html has an id twice",
    "a.html links to b.html, which is no file",
    "a.html links to #y, which has no such id",
    "a.html links to ../c.js, which is no file",
  ]);
});
