import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { beforeAll, expect, test } from "vitest";
import { runMain } from "../testing/run-main.ts";

let validate: ValidateFunction;
const files: Record<string, string> = {};

async function read(path: string): Promise<string> {
  return await readFile(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
}

/** Users may meet new fields; here each field that is written has to be described. */
function closed(text: string): object {
  return JSON.parse(text, (_key, value: unknown) => {
    const isObject = typeof value === "object" && value !== null && "properties" in value && "required" in value;
    return isObject ? { ...value, additionalProperties: false } : value;
  });
}

beforeAll(async () => {
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true, allowUnionTypes: true });
  ajv.addFormat("date-time", true);
  ajv.addSchema(closed(await read("schema/report.json")));
  validate = ajv.compile(closed(await read("schema/drift.json")));
  for (const path of ["demo/drift.yaml", "demo/drift-live.yaml", "demo/shop.yaml"]) files[path] = await read(path);
  files["bad.yaml"] = `${files["demo/drift.yaml"]?.replace("shop.example", "UPPER")}---\na: 1\n`;
});

test.each([
  { name: "changes and new Ingresses", args: ["diff", "-f", "demo/drift.yaml", "--snapshot", "demo/drift-live.yaml"] },
  { name: "refused manifests", args: ["diff", "-f", "bad.yaml", "--snapshot", "demo/drift-live.yaml"] },
  {
    name: "ignored changes",
    args: ["diff", "-f", "demo/drift.yaml", "--snapshot", "demo/drift-live.yaml", "--ignore", "spec"],
  },
  { name: "a plan", args: ["plan", "-f", "demo/drift.yaml", "--snapshot", "demo/shop.yaml"] },
])("schema/drift.json describes $name", async ({ args }) => {
  const { stdout } = await runMain([...args, "-o", "json"], files);
  validate(JSON.parse(stdout));
  expect(validate.errors ?? []).toEqual([]);
});

test("schema/drift.json refuses what is not a drift report", () => {
  expect(validate({ version: 1, kind: "Drift" })).toBe(false);
  expect(validate({ version: 2 })).toBe(false);
});
