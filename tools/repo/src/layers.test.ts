import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  findCircles,
  findImports,
  layerFault,
  packageLayers,
  packageStages,
  type SourceImport,
  stageFault,
} from "./layers.ts";
import { listPackages } from "./package-folder.ts";

describe("the layers of the packages", () => {
  test("the table names every package", () => {
    expect(listPackages().map(({ name }) => name).sort()).toEqual(Object.keys(packageLayers).sort());
  });

  for (const { name, path } of listPackages()) {
    test(`${name} imports nothing that the table does not allow`, () => {
      expect(faultsOf(importsOf(path), (found) => layerFault(name, found))).toEqual([]);
    });
  }
});

describe("the stages inside a package", () => {
  const staged = listPackages().filter(({ name }) => name in packageStages);

  test("the table names only packages that exist", () => {
    expect(staged.map(({ name }) => name).sort()).toEqual(Object.keys(packageStages).sort());
  });

  for (const { name, path } of staged) {
    test(`no file of ${name} imports from a later stage`, () => {
      expect(faultsOf(importsOf(path), (found) => stageFault(packageStages[name] ?? [], found))).toEqual([]);
    });

    test(`the imports of ${name} have no circle`, () => {
      expect(findCircles(importsOf(path))).toEqual([]);
    });
  }
});

/** Finds the imports of the published sources. Tests and their parts may use anything. */
function importsOf(path: string): readonly SourceImport[] {
  const files = globSync("src/**/*.{ts,js}", { cwd: path }).filter((file) =>
    !/\.(test(-d)?|d)\.ts$/.test(file) && !file.startsWith("src/testing/") && !file.startsWith("src/gen/")
  );
  expect(files.length).toBeGreaterThan(0);
  return files.flatMap((file) => findImports(file, readFileSync(join(path, file), "utf8")));
}

function faultsOf(
  imports: readonly SourceImport[],
  faultOf: (found: SourceImport) => string | undefined,
): readonly string[] {
  return imports.flatMap((found) => {
    const fault = faultOf(found);
    return fault === undefined ? [] : [`${found.file}: "${found.specifier}": ${fault}`];
  });
}

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
    ["ingress-diff", at("src/drift/plan.ts", "@kubeschema/manifest-reader"), /only a command/],
    ["ingress-diff", at("src/report/text-report.ts", "@kubeschema/command-kit"), /only a command/],
    ["command-kit", at("src/progress.ts", "node:fs"), /edge/],
    ["unheard-of", at("src/mod.ts", "./a.ts"), /not in the table/],
  ])("refuses %s %j", (name, found, want) => {
    expect(layerFault(name, found)).toMatch(want);
  });

  test("lets a command's edge use Node, and validators use types", () => {
    expect(layerFault("ingress-diff", at("src/bin.ts", "node:process"))).toBeUndefined();
    expect(layerFault("validators", at("src/mod.ts", "@kubeschema/types/v1", true))).toBeUndefined();
    expect(layerFault("command-kit", at("src/node-world.ts", "node:fs"))).toBeUndefined();
    expect(layerFault("codegen", at("src/cli/main.ts", "@kubeschema/command-kit"))).toBeUndefined();
    expect(layerFault("ingress-diff", at("src/report/a.ts", "@kubeschema/command-kit/escape-text"))).toBeUndefined();
  });
});

describe("stageFault()", () => {
  const stages = ["routes", "rules/rule", "rules", "cli"];
  const at = (file: string, specifier: string) => ({ file, specifier, isTypeOnly: true });
  test.each([
    [at("src/routes/route.ts", "../rules/all-rules.ts"), /"routes" comes before "rules"/],
    [at("src/rules/rule/rule.ts", "../tls/tls-secrets.ts"), /"rules\/rule" comes before "rules"/],
    [at("src/routes/route.ts", "../mod.ts"), /for users/],
    [at("src/new-folder/a.ts", "../routes/route.ts"), /in no stage/],
    [at("src/cli/main.ts", "../new-folder/a.ts"), /in no stage/],
  ])("refuses %j", (found, want) => {
    expect(stageFault(stages, found)).toMatch(want);
  });

  test.each([
    at("src/rules/tls/tls-secrets.ts", "../rule/rule.ts"),
    at("src/rules/all-rules.ts", "./tls/tls-secrets.ts"),
    at("src/mod.ts", "./cli/main.ts"),
    at("src/routes/route.ts", "node:util"),
  ])("allows %j", (found) => {
    expect(stageFault(stages, found)).toBeUndefined();
  });
});

describe("findCircles()", () => {
  const file = (name: string, ...specifiers: readonly string[]): readonly SourceImport[] =>
    specifiers.map((specifier) => ({ file: name, specifier, isTypeOnly: false }));

  test("finds a circle through three folders, and one of two files", () => {
    expect(findCircles([
      ...file("src/a/a.ts", "../b/b.ts", "node:path"),
      ...file("src/b/b.ts", "../c/c.ts"),
      ...file("src/c/c.ts", "../a/a.ts"),
      ...file("src/d.ts", "./e.ts"),
      ...file("src/e.ts", "./d.ts"),
    ])).toEqual([
      ["src/a/a.ts", "src/b/b.ts", "src/c/c.ts", "src/a/a.ts"],
      ["src/d.ts", "src/e.ts", "src/d.ts"],
    ]);
  });

  test("finds none where one file loads the other only when it is needed", () => {
    const lazy = { file: "src/a.ts", specifier: "./b.ts", isTypeOnly: false, isLazy: true } as const;
    expect(findCircles([lazy, ...file("src/b.ts", "./a.ts")])).toEqual([]);
  });

  test("finds none where two paths lead to one file", () => {
    expect(
      findCircles([
        ...file("src/a.ts", "./b.ts", "./c.ts"),
        ...file("src/b.ts", "./d.ts"),
        ...file("src/c.ts", "./d.ts"),
      ]),
    )
      .toEqual([]);
  });
});
