import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findImports, layerFault, LAYERS } from "./layers.ts";
import { listPackages } from "./package-folder.ts";

describe("the layers of the packages", () => {
  test("the table names every package", () => {
    expect(listPackages().map(({ name }) => name).sort()).toEqual(Object.keys(LAYERS).sort());
  });

  for (const { name, path } of listPackages()) {
    test(`${name} imports nothing that the table does not allow`, () => {
      // Tests and what they are made of may use anything.
      const files = globSync("src/**/*.{ts,js}", { cwd: path }).filter((file) =>
        !/\.(test(-d)?|d)\.ts$/.test(file) && !file.startsWith("src/testing/")
      );
      expect(files.length).toBeGreaterThan(0);
      const faults = files.flatMap((file) =>
        findImports(file, readFileSync(join(path, file), "utf8")).flatMap((found) => {
          const fault = layerFault(name, found);
          return fault ? [`${file}: "${found.specifier}": ${fault}`] : [];
        })
      );
      expect(faults).toEqual([]);
    });
  }
});

describe("findImports()", () => {
  test.each([
    ['import { a } from "b";', ["b"]],
    ['import type { A } from "b";', ["b"]],
    ['import {\n  a,\n  b,\n} from "./c.ts";', ["./c.ts"]],
    ['export { a } from "./b.ts";', ["./b.ts"]],
    ['const a = await import("b");', ["b"]],
    ['/**\n * import { a } from "b";\n */', []],
  ])("finds %j", (text, want) => {
    expect(findImports("a.ts", text).map(({ specifier }) => specifier)).toEqual(want);
  });
});

describe("layerFault()", () => {
  const at = (file: string, specifier: string, isTypeOnly = false) => ({ file, specifier, isTypeOnly });
  test.each([
    ["model", at("src/mod.ts", "@kubeschema/codegen"), /may not import/],
    ["model", at("src/mod.ts", "node:fs"), /edge/],
    ["model", at("src/a/b.ts", "../../../types/src/mod.ts"), /relative/],
    ["validators", at("src/mod.ts", "@kubeschema/types/v1"), /only types/],
    ["types", at("src/mod.ts", "@kubeschema-tools/repo"), /may not import/],
    ["unheard-of", at("src/mod.ts", "./a.ts"), /not in the table/],
  ])("refuses %s %j", (name, found, want) => {
    expect(layerFault(name, found)).toMatch(want);
  });

  test("lets a command's edge use Node, and validators use types", () => {
    expect(layerFault("ingress-diff", at("src/bin.ts", "node:process"))).toBeUndefined();
    expect(layerFault("validators", at("src/mod.ts", "@kubeschema/types/v1", true))).toBeUndefined();
  });
});
