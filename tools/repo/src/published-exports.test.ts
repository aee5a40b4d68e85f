import { expect, test } from "vitest";
import { publishedExports } from "./published-exports.ts";

const exports = {
  ".": { "@kubeschema/source": "./src/mod.ts", types: "./dist/mod.d.ts", default: "./dist/mod.js" },
  "./runtime": { types: "./dist/runtime.d.ts", default: "./dist/runtime.js" },
  "./package.json": "./package.json",
  "./*": {
    types: { "@kubeschema/source": "./src/gen/*.d.ts", default: "./dist/*.d.ts" },
    "@kubeschema/source": "./src/gen/*.js",
    default: "./dist/*.js",
  },
};

test.each([
  { name: "the package itself", subpath: ".", files: ["dist/mod.d.ts", "dist/mod.js"] },
  { name: "a name before a pattern", subpath: "./runtime", files: ["dist/runtime.d.ts", "dist/runtime.js"] },
  {
    name: "a pattern over folders",
    subpath: "./v1.33/apps/v1",
    files: ["dist/v1.33/apps/v1.d.ts", "dist/v1.33/apps/v1.js"],
  },
  { name: "a file", subpath: "./package.json", files: ["package.json"] },
])("publishedExports() follows $name, sources aside", ({ subpath, files }) => {
  expect(publishedExports({ exports }, [subpath])).toEqual([{ subpath, files }]);
});

test("publishedExports() finds no file for a subpath that package.json does not have", () => {
  const { "./*": _, ...named } = exports;
  expect(publishedExports({ exports: named }, ["./apps/v1"])).toEqual([{ subpath: "./apps/v1", files: [] }]);
});
