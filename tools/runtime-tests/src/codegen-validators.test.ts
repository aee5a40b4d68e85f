import { readFileSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import type { SchemaModel } from "@kubeschema/model";
import type { ValidationIssue } from "@kubeschema/validators";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatedFolder, readTree, runCodegen, runCodegenInDeno, runTsc, strictConfig } from "./codegen-command.ts";
import { classCrd, crd, shopCrd } from "./codegen-crds.ts";

const folder = generatedFolder("codegen-validators");
const source = join(folder, "crds.json");
const names = [
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "build",
  "default",
  "a.b-c",
  "a b",
  "",
  "0",
  "é",
];

/** A kind whose fields have names that generated code could get wrong, each with an object of the same names inside. */
const oddCrd = crd("odds", "Odd", {
  type: "object",
  properties: Object.fromEntries(names.map((name) => [name, {
    type: "object",
    required: [name],
    properties: Object.fromEntries(names.map((inner) => [inner, { type: "integer", maximum: 3 }])),
  }])),
});
const ruleCrd = crd("rules", "Rule", {
  type: "object",
  "x-kubernetes-validations": [{ rule: "self.a != self.b", message: "must differ */ here" }],
  properties: { a: { type: "string", format: "isbn" }, b: { type: "string", pattern: "(?U)a" } },
});

async function validatorOf(kind: string): Promise<(value: unknown) => readonly ValidationIssue[]> {
  const url = pathToFileURL(join(folder, "validators/shop.example.io/v1.js")).href;
  return (await import(/* @vite-ignore */ url))[`validate${kind}`];
}

describe("code that kubeschema-codegen writes", () => {
  beforeAll(async () => {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(source, JSON.stringify({ kind: "List", items: [shopCrd, classCrd, oddCrd, ruleCrd] }));
    for (const target of ["types", "validators"]) {
      expect(await runCodegen(target, "--from", source, "--out", join(folder, target))).toMatchObject({ code: 0 });
    }
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("type-checks whatever the names of fields and kinds", async () => {
    await writeFile(join(folder, "tsconfig.json"), strictConfig());
    const fields = names.filter((name) => name !== "__proto__").map((name) =>
      `${JSON.stringify(name)}: { ${JSON.stringify(name)}: 1 }`
    );
    await writeFile(
      join(folder, "program.ts"),
      `
import { class_, isOdd, type Odd, odd } from "./types/shop.example.io/v1.js";
export const none: Odd = odd({});
export const all: Odd = odd({ ${fields.join(", ")} });
export const one: number | undefined = isOdd(class_({})) ? undefined : all["a.b-c"]?.["a.b-c"];
`,
    );
    expect(await runTsc(folder)).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  test.each(names.filter((name) => !["__proto__", ""].includes(name)))("validates a field called %j", async (name) => {
    const validate = await validatorOf("Odd");
    const given = (value: unknown) => ({ apiVersion: "shop.example.io/v1", kind: "Odd", [name]: value });
    const faults = (value: unknown) => validate(given(value)).map(({ type, fieldPath }) => `${type} ${fieldPath}`);
    expect(faults({ [name]: 3 })).toEqual([]);
    expect(faults({ [name]: 4 })).toEqual([`Invalid ${name}.${name}`]);
    expect(faults({})).toEqual([`Required ${name}.${name}`]);
    expect(validate({ apiVersion: "shop.example.io/v1", kind: "Odd" })).toEqual([]);
  });

  test("accepts a field called __proto__, and says that its value is not checked", async () => {
    const validate = await validatorOf("Odd");
    expect(validate(JSON.parse('{"apiVersion":"shop.example.io/v1","kind":"Odd","__proto__":{"a":1}}'))).toEqual([]);
    expect(await declarations()).toContain(': the value of the field "__proto__"\n');
  });

  test("has the same bytes when it is written again, and under Deno", async () => {
    for (const target of ["types", "validators"]) {
      const args = [target, "--from", source, "--out"];
      const before = await readTree(join(folder, target));
      expect(await runCodegen(...args, join(folder, target))).toMatchObject({ code: 0 });
      expect(await readTree(join(folder, target))).toEqual(before);
      expect(await runCodegenInDeno(...args, join(folder, `${target}-deno`))).toMatchObject({ code: 0 });
      expect(await readTree(join(folder, `${target}-deno`))).toEqual(before);
      await rm(join(folder, `${target}-deno`), { recursive: true });
    }
  });

  test("says what a function does not check", async () => {
    const text = await declarations();
    expect(text).toContain(" * - 1 CEL rule (x-kubernetes-validations)\n");
    expect(text).toContain(' * - io.example.shop.v1.Rule.a: the format "isbn"\n');
    expect(text).toContain(' * - io.example.shop.v1.Rule.b: the pattern "(?U)a"\n');
  });

  test("says what is wrong and where, with the value and the allowed ones", async () => {
    const validate = await validatorOf("Shop");
    const spec = { size: 11, mode: "Ajar", name: "abcde", tags: ["a", "a"], ports: [{}], sizes: 1 };
    const issues = validate({ apiVersion: "shop.example.io/v1", kind: "Shop", spec });
    expect(issues.map(({ fieldPath, type, message }) => `${fieldPath}: ${type}: ${message}`).sort()).toEqual([
      'spec.mode: NotSupported: "Ajar" is not one of Open, Closed',
      'spec.name: TooLong: "abcde" is longer than 4 characters',
      "spec.ports[0].port: Required: must be set",
      "spec.size: Invalid: must be a number <= 10, found the number 11",
      "spec.sizes: Unknown: is not a known field",
      'spec.tags[1]: Duplicate: "a" is equal to an earlier item',
    ]);
    expect(issues.find(({ type }) => type === "NotSupported")).toMatchObject({
      value: "Ajar",
      allowed: ["Open", "Closed"],
    });
  });

  test.each<readonly [definition: string, kind: string, inside: (value: object) => object]>([
    ["ObjectMeta", "Class", (value) => value],
    ["OwnerReference", "Class", (value) => ({ ownerReferences: [value] })],
    ["ManagedFieldsEntry", "Class", (value) => ({ managedFields: [value] })],
    ["ListMeta", "ClassList", (value) => value],
    ["ShardInfo", "ClassList", (value) => ({ shardInfo: value })],
  ])("knows the fields of %s of the newest Kubernetes, and their types", async (definition, kind, inside) => {
    const validate = await validatorOf(kind);
    const schema = newest().definitions[`io.k8s.apimachinery.pkg.apis.meta.v1.${definition}`]?.schema;
    const fields = schema?.type === "object" ? schema.fields : [];
    expect(fields).not.toEqual([]);
    const types = (field: string, value: unknown) => {
      const metadata = inside({ [field]: value });
      const object = { apiVersion: "shop.example.io/v1", kind, metadata, ...(kind === "Class" ? {} : { items: [] }) };
      return validate(object).filter(({ fieldPath }) => fieldPath.endsWith(field)).map(({ type }) => type);
    };
    for (const { name, schema } of fields) {
      const wrong = schema.type === "boolean" ? "true" : true;
      // fieldsV1 is kept unchanged, whatever it is.
      expect(types(name, wrong), name).toEqual(name === "fieldsV1" ? [] : ["TypeInvalid"]);
    }
    expect(types("nothing", null)).toEqual(["Unknown"]);
  });

  async function declarations(): Promise<string> {
    return await readFile(join(folder, "validators/shop.example.io/v1.d.ts"), "utf8");
  }
});

/** The model of the newest Kubernetes, as the docs generator ships it. */
function newest(): SchemaModel {
  const file = new URL("../../../packages/docs-generator/src/gen/schemas/v1.36.json.gz", import.meta.url);
  return JSON.parse(gunzipSync(readFileSync(file)).toString("utf8"));
}
