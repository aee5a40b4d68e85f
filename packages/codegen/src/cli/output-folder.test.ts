import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/run-main.ts";
import { markerName, writeOutput } from "./output-folder.ts";

const root = temporaryFolder();
const plain = { force: false };
const a = { path: "g/v1.ts", text: "a" };
const b = { path: "h/v1.ts", text: "b" };
let count = 0;

function newPath(): string {
  return join(root, String(count++));
}

test("writeOutput() writes a new folder, and nothing beside it", () => {
  const out = newPath();
  expect(writeOutput(out, [a], plain)).toEqual({ removed: [] });
  expect(readFileSync(join(out, a.path), "utf8")).toBe("a");
  expect(readdirSync(root).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("writeOutput() replaces what it wrote, and keeps what it did not", () => {
  const out = newPath();
  writeOutput(out, [a, b], plain);
  writeFileSync(join(out, "mine.ts"), "mine");
  writeFileSync(join(out, "g", "mine.ts"), "mine");
  expect(writeOutput(out, [{ ...b, text: "c" }], plain)).toEqual({ removed: [a.path] });
  expect(readFileSync(join(out, b.path), "utf8")).toBe("c");
  expect(readdirSync(join(out, "g"))).toEqual(["mine.ts"]);
  expect(readFileSync(join(out, "mine.ts"), "utf8")).toBe("mine");
});

test("writeOutput() refuses a folder with files of others, unless it is forced, and then keeps them", () => {
  const out = newPath();
  mkdirSync(out);
  writeOutput(out, [a], plain); // an empty one is nobody's
  const other = newPath();
  mkdirSync(other);
  writeFileSync(join(other, "mine.ts"), "mine");
  expect(() => writeOutput(other, [a], plain)).toThrow("it holds files that this command did not write");
  expect(readdirSync(other)).toEqual(["mine.ts"]);
  writeOutput(other, [a], { force: true });
  expect(readdirSync(other).sort()).toEqual([markerName, "g", "mine.ts"]);
});

test("writeOutput() removes no file that a marker names and it would not write", () => {
  const out = newPath();
  writeOutput(out, [a], plain);
  const outside = join(root, "outside.ts");
  writeFileSync(outside, "mine");
  writeFileSync(join(out, markerName), JSON.stringify({ version: 1, files: ["../outside.ts", outside, 7] }));
  writeOutput(out, [b], plain);
  expect(readFileSync(outside, "utf8")).toBe("mine");
});

test.each([
  ["a file", (path: string) => writeFileSync(path, ""), "it is not a folder"],
  ["a link", (path: string) => symlinkSync(root, path), "it is not a folder"],
  ["a broken marker", (path: string) => {
    mkdirSync(path);
    writeFileSync(join(path, markerName), "{");
  }, `Cannot read "${markerName}"`],
])("writeOutput() refuses %s", (_name, make, want) => {
  const out = newPath();
  make(out);
  expect(() => writeOutput(out, [a], plain)).toThrow(want);
});

test.each(["../a.ts", "/a.ts", "a//b.ts", "a/../b.ts", "./a.ts", "a b.ts", ".hidden", "a\0b.ts", ""])(
  "writeOutput() refuses the path %j",
  (path) => {
    const out = newPath();
    expect(() => writeOutput(out, [{ path, text: "" }], plain)).toThrow("that cannot be a file name");
    expect(existsSync(out)).toBe(false);
  },
);
