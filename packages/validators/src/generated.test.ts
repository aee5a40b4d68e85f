import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { ruleModules } from "./rules/rule-modules.ts";
import type { ValidateOptions } from "./validate-options.ts";
import type { ValidationIssue } from "./validation-issue.ts";

type Validate = (value: unknown, options?: ValidateOptions) => readonly ValidationIssue[];

const gen = fileURLToPath(new URL("./gen/", import.meta.url));
const modules = globSync("{*,*/*}.js", { cwd: gen }).filter((path) => !path.startsWith("definitions/")).sort();
const definitions = globSync("definitions/*.js", { cwd: gen }).sort();
const textOf = (path: string): string => readFileSync(`${gen}${path}`, "utf8");

// The official OpenAPI and the typings of the client that stand in for it have the same kinds.
const [, source = ""] = textOf("v1.js").split("\n");
const kindCount = /release-1\.36\b|client-node@2\.0\./.test(source) ? 191 : 0;

const kinds = (await Promise.all(modules.map(async (path) => {
  const apiVersion = path.slice(0, -".js".length);
  const module: Record<string, Validate> = await import(/* @vite-ignore */ pathToFileURL(`${gen}${path}`).href);
  return Object.entries(module).filter(([name]) => name.startsWith("validate")).map(([name, validate]) => ({
    apiVersion,
    kind: name.slice("validate".length),
    validate,
  }));
}))).flat();

describe("the generated validators", () => {
  test.runIf(kindCount > 0)("are there for every kind of Kubernetes 1.36", () => {
    expect(kinds).toHaveLength(kindCount);
  });

  test("include the kinds that have rules of their own", () => {
    for (const [key, rule] of Object.entries(ruleModules)) {
      const path = `${key.slice(0, key.lastIndexOf("/"))}.js`;
      expect(textOf(path)).toContain(`rules: ${rule.export}`);
      expect(existsSync(new URL(rule.module, pathToFileURL(gen)))).toBe(true);
    }
  });

  test.each(
    kinds.map(({ apiVersion, kind, validate }) => ({ name: `${apiVersion} ${kind}`, apiVersion, kind, validate })),
  )(
    "$name: takes its own kind, and finds a wrong type and an unknown field",
    ({ apiVersion, kind, validate }) => {
      const own = { apiVersion, kind };
      const typesOf = (value: object): readonly string[] =>
        validate(value).filter(({ type }) => type !== "Required" && type !== "Invalid").map((issue) =>
          `${issue.fieldPath} ${issue.type}`
        );
      expect(typesOf(own)).toEqual([]);
      expect(typesOf({ ...own, unknownField: 1 })).toEqual(["unknownField Unknown"]);
      expect(typesOf({ ...own, kind: `${kind}s` })).toEqual(["kind NotSupported"]);
      expect(typesOf({ ...own, apiVersion: [] })).toEqual(["apiVersion TypeInvalid"]);
    },
  );

  test("hold no require, eval, new Function or copy of a description", () => {
    for (const path of [...modules, ...definitions]) {
      expect(textOf(path), path).not.toMatch(/\brequire\s*\(|\beval\b|\bnew Function\b|description:/);
    }
  });

  test("import only what is there", () => {
    for (const path of [...modules, ...definitions]) {
      for (const [, specifier = ""] of textOf(path).matchAll(/ from "([^"]+)";/g)) {
        expect(existsSync(new URL(specifier, pathToFileURL(`${gen}${path}`))), `${path} imports ${specifier}`).toBe(
          true,
        );
      }
    }
  });

  test("have declarations beside every module", () => {
    for (const path of modules) {
      expect(textOf(path), path).toContain('/* @ts-self-types="./');
      const declared = [...textOf(path.replace(/\.js$/, ".d.ts")).matchAll(/export declare function (\w+)/g)].map((
        [, name],
      ) => name);
      const exported = [...textOf(path).matchAll(/export function (\w+)/g)].map(([, name]) => name);
      expect(declared, path).toEqual(exported);
    }
  });

  test("share one definition of what a pod is", () => {
    expect(definitions.filter((path) => path.endsWith(".PodSpec.js"))).toEqual([
      "definitions/io.k8s.api.core.v1.PodSpec.js",
    ]);
    const holders = [...modules, ...definitions].filter((path) =>
      textOf(path).includes('"terminationGracePeriodSeconds"')
    );
    expect(holders).toContain("definitions/io.k8s.api.core.v1.PodSpec.js");
    expect(holders.length).toBeLessThan(5);
  });
});
