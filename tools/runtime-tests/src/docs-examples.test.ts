import { buildExample, buildPage, emitYaml } from "@kubeschema/docs-generator";
import { validate } from "@kubeschema/validators";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { shippedSchema } from "./shipped-schema.ts";

describe("the smallest example of each kind", async () => {
  const model = await shippedSchema();

  test("is accepted by the validators", async () => {
    const faults: string[] = [];
    for (const kind of model.kinds) {
      const { status, issues } = await validate(parse(emitYaml(buildExample(model, kind))));
      if (status !== "valid") faults.push(`${kind.definition}: ${issues.map(({ fieldPath }) => fieldPath).join(", ")}`);
    }
    expect(faults).toEqual([]);
    expect(model.kinds.length).toBeGreaterThan(150);
  });

  test("has only fields of the kind, and all required ones", () => {
    for (const kind of model.kinds) {
      const example = Object(buildExample(model, kind));
      const { fields } = buildPage(model, kind);
      const names = new Set(fields.map(({ name }) => name));
      expect(Object.keys(example).filter((name) => !names.has(name)), kind.definition).toEqual([]);
      const required = fields.filter(({ isRequired }) => isRequired).map(({ name }) => name);
      expect(required.filter((name) => !Object.hasOwn(example, name)), kind.definition).toEqual([]);
    }
  });
});
