import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";

/**
 * The published JSON Schema of the report. It allows fields to be added; here each field that is written has to be
 * described.
 */
export const validateReport: ValidateFunction = new Ajv2020({
  strict: true,
  allErrors: true,
  allowUnionTypes: true,
  formats: { "date-time": (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) },
}).compile(
  closed(JSON.parse(readFileSync(fileURLToPath(new URL("../../schema/report.json", import.meta.url)), "utf8"))),
);

/** Asks a report to be as the schema says. */
export function expectValidReport(report: unknown): void {
  validateReport(report);
  expect(validateReport.errors ?? []).toEqual([]);
}

function closed(schema: unknown): object {
  const text = JSON.stringify(
    schema,
    (_key, value: unknown) =>
      typeof value === "object" && value !== null && "properties" in value && !("additionalProperties" in value)
        ? { ...value, additionalProperties: false }
        : value,
  );
  return JSON.parse(text);
}
