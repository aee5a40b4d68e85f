import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { ruleModules } from "./rules/rule-modules.ts";
import type { ValidateOptions } from "./values/validate-options.ts";
import type { ValidationIssue } from "./values/validation-issue.ts";

type Validate = (value: unknown, options?: ValidateOptions) => readonly ValidationIssue[];

const gen = fileURLToPath(new URL("./gen/", import.meta.url));
const all = globSync("**/*.js", { cwd: gen }).sort();
const definitions = all.filter((path) => path.startsWith("definitions/"));
const modules = all.filter((path) => path !== "registry.js" && !path.startsWith("definitions/"));
const textOf = (path: string): string => readFileSync(`${gen}${path}`, "utf8");
const versionOf = (path: string): string => /^v1\.\d+(?=\/)/.exec(path)?.[0] ?? "";
const versions = [...new Set(modules.map(versionOf))];

// The official OpenAPI and the typings of the client that stand in for it have the same kinds.
const generate = new URL("../../../tools/generate/", import.meta.url);
const readJson = (path: string): unknown => JSON.parse(readFileSync(new URL(path, generate), "utf8"));
const { default: top } = readJson(".resolved/inputs.json") as { readonly default: string };
const pins = readJson("inputs.json") as {
  readonly versions: Readonly<Record<string, { readonly contains: { readonly kinds: number } }>>;
};

const kinds = (await Promise.all(modules.map(async (path) => {
  const version = versionOf(path);
  const apiVersion = path.slice(version === "" ? 0 : version.length + 1, -".js".length);
  const module: Record<string, Validate> = await import(/* @vite-ignore */ pathToFileURL(`${gen}${path}`).href);
  return Object.entries(module).filter(([name]) => name.startsWith("validate")).map(([name, validate]) => ({
    version,
    apiVersion,
    kind: name.slice("validate".length),
    validate,
  }));
}))).flat();

describe("the generated validators", () => {
  test("are there for every kind of the default version", () => {
    expect(kinds.filter(({ version }) => version === "")).toHaveLength(pins.versions[top]?.contains.kinds ?? 0);
  });

  test("include the kinds that have rules of their own", () => {
    for (const [key, rule] of Object.entries(ruleModules)) {
      const path = `${key.slice(0, key.lastIndexOf("/"))}.js`;
      expect(textOf(path)).toContain(`rules: ${rule.export}`);
      expect(existsSync(new URL(rule.module, pathToFileURL(gen)))).toBe(true);
    }
  });

  test.each(versions)("of version %j take their own kind, and find a wrong type and an unknown field", (wanted) => {
    for (const { version, apiVersion, kind, validate } of kinds) {
      if (version !== wanted) continue;
      const own = { apiVersion, kind };
      const typesOf = (value: object): readonly string[] =>
        validate(value).filter(({ type, fieldPath }) =>
          type === "TypeInvalid" || type === "Unknown" || fieldPath === "kind"
        ).map((issue) => `${issue.fieldPath} ${issue.type}`);
      expect(typesOf(own), `${apiVersion} ${kind}`).toEqual([]);
      expect(typesOf({ ...own, unknownField: 1 }), `${apiVersion} ${kind}`).toEqual(["unknownField Unknown"]);
      expect(typesOf({ ...own, kind: `${kind}s` }), `${apiVersion} ${kind}`).toEqual(["kind NotSupported"]);
      expect(typesOf({ ...own, apiVersion: [] }), `${apiVersion} ${kind}`).toEqual(["apiVersion TypeInvalid"]);
    }
  });

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

  test("hold what is the same in several versions once", () => {
    // Long texts of code, apart from what every definition has: one that occurs twice is a copy.
    const holders = all.filter((path) => /^function core_v1_TypedLocalObjectReference\(/m.test(textOf(path)));
    expect(holders).toEqual(["definitions/common.js"]);
    const copies = Map.groupBy(
      definitions.flatMap((path) =>
        [...textOf(path).matchAll(/^function \w+\(data\)[\s\S]*?^return vErrors === null;$/gm)].map(([code]) => code)
      ),
      (code) => code,
    );
    // Two versions have the same text only where they call definitions that differ.
    for (const [code, { length }] of copies) if (length > 1) expect(code).toContain("nestErrors(");
  });

  test("load little for an Ingress", () => {
    const seen = new Set(["networking.k8s.io/v1.js"]);
    for (const path of seen) {
      for (const [, specifier = ""] of textOf(path).matchAll(/ from "([^"]+\.js)";/g)) {
        seen.add(new URL(specifier, pathToFileURL(`${gen}${path}`)).pathname.slice(pathToFileURL(gen).pathname.length));
      }
    }
    expect([...seen].sort()).toEqual([
      "definitions/common.js",
      "definitions/networking.k8s.io-v1.js",
      "networking.k8s.io/v1.js",
    ]);
  });

  test("of another version judge by its rules and its schema", async () => {
    const ingress = (name: string): object => ({
      apiVersion: "networking.k8s.io/v1",
      kind: "Ingress",
      metadata: { name: "a" },
      spec: { defaultBackend: { service: { name, port: { number: 1 } } } },
    });
    for (const version of versions) {
      const path = `${gen}${version}/networking.k8s.io/v1.js`;
      const { validateIngress }: Record<string, Validate> = await import(pathToFileURL(path).href);
      const isRelaxed = version === "" || Number(version.slice("v1.".length)) >= 36;
      expect(validateIngress?.(ingress("1a")), version).toHaveLength(isRelaxed ? 0 : 1);
      expect(validateIngress?.(ingress("1a"), { kubernetesVersion: "1.36" }), version).toEqual([]);
    }
  });
});
