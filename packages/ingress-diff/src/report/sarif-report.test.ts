import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, test } from "vitest";
import { allRules } from "../rules/all-rules.ts";
import { judgeThreeShops, reportOptions as options, type ThreeShops } from "../testing/three-shops.ts";
import { formatSarifReport } from "./sarif-report.ts";

let shops: ThreeShops;

beforeAll(async () => {
  shops = await judgeThreeShops();
});

/** What SARIF 2.1.0 asks of the parts that are used here, closed to all others. */
const sarifShape = {
  type: "object",
  required: ["version", "runs"],
  properties: {
    version: { const: "2.1.0" },
    $schema: { type: "string" },
    runs: {
      type: "array",
      items: {
        type: "object",
        required: ["tool", "results"],
        additionalProperties: false,
        properties: {
          tool: {
            type: "object",
            required: ["driver"],
            properties: {
              driver: {
                type: "object",
                required: ["name", "rules"],
                additionalProperties: false,
                properties: {
                  name: { type: "string" },
                  semanticVersion: { type: "string" },
                  rules: {
                    type: "array",
                    uniqueItems: true,
                    items: {
                      type: "object",
                      required: ["id"],
                      additionalProperties: false,
                      properties: {
                        id: { type: "string" },
                        shortDescription: { $ref: "#/$defs/message" },
                        fullDescription: { $ref: "#/$defs/message" },
                        help: { $ref: "#/$defs/message" },
                        defaultConfiguration: {
                          type: "object",
                          properties: { level: { enum: ["none", "note", "warning", "error"] } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
          automationDetails: { type: "object", properties: { id: { type: "string" } } },
          results: {
            type: "array",
            items: {
              type: "object",
              required: ["message", "ruleId"],
              additionalProperties: false,
              properties: {
                ruleId: { type: "string" },
                ruleIndex: { type: "integer", minimum: 0 },
                kind: { enum: ["notApplicable", "pass", "fail", "review", "open", "informational"] },
                level: { enum: ["none", "note", "warning", "error"] },
                message: { $ref: "#/$defs/message" },
                baselineState: { enum: ["new", "unchanged", "updated", "absent"] },
                partialFingerprints: { type: "object", additionalProperties: { type: "string" } },
                locations: {
                  type: "array",
                  items: {
                    type: "object",
                    additionalProperties: false,
                    properties: {
                      physicalLocation: {
                        type: "object",
                        required: ["artifactLocation"],
                        additionalProperties: false,
                        properties: {
                          artifactLocation: { type: "object", properties: { uri: { type: "string" } } },
                          region: { type: "object", properties: { startLine: { type: "integer", minimum: 1 } } },
                        },
                      },
                      logicalLocations: {
                        type: "array",
                        items: {
                          type: "object",
                          additionalProperties: false,
                          properties: { fullyQualifiedName: { type: "string" }, kind: { type: "string" } },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
  $defs: {
    message: { type: "object", required: ["text"], properties: { text: { type: "string", minLength: 1 } } },
  },
};

describe("formatSarifReport()", () => {
  const validate = new Ajv2020({ allErrors: true }).compile(sarifShape);

  test("has the shape of SARIF 2.1.0", () => {
    for (const evaluation of Object.values(shops)) {
      validate(JSON.parse(formatSarifReport(evaluation, { ...options, knownIds: new Set() })));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  test("gives each finding its rule with help, its level, and its id as fingerprint", () => {
    const { runs: [run] } = JSON.parse(formatSarifReport(shops.broken, options));
    expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(allRules.map(({ id }) => id));
    for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
    for (const { help, shortDescription } of run.tool.driver.rules) expect(help.text).not.toBe(shortDescription.text);
    expect(run.results.map(({ kind, level }: Record<string, string>) => [kind, level])).toEqual([
      ["fail", "error"],
      ["fail", "warning"],
    ]);
    expect(run.results[0].partialFingerprints).toEqual({ "ingressDiffFinding/v1": shops.broken.findings[0]?.id });
    const open = JSON.parse(formatSarifReport(shops.unknown, options)).runs[0].results;
    expect(new Set(open.map(({ kind, level }: Record<string, string>) => `${kind} ${level}`))).toEqual(
      new Set(["open none"]),
    );
  });

  test("tells new from known", () => {
    const knownIds = new Set([shops.broken.findings[1]?.id ?? ""]);
    const { runs: [run] } = JSON.parse(formatSarifReport(shops.broken, { ...options, knownIds }));
    expect(run.results.map(({ baselineState }: Record<string, string>) => baselineState)).toEqual(["new", "unchanged"]);
  });
});
