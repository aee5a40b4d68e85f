import { expect, test } from "vitest";
import { faultsIn, judge } from "./testing/crd-of.ts";

const password = { type: "string", format: "password" };
const schema = {
  type: "object",
  properties: {
    code: { ...password, minLength: 20 },
    codes: { type: "array", items: { ...password, maxLength: 1 } },
    mode: { ...password, enum: ["hunter3"] },
    either: {
      type: "object",
      properties: { pin: { type: "string" } },
      anyOf: [{ properties: { pin: { maxLength: 1 } } }],
    },
    pins: { type: "object", additionalProperties: password },
  },
  "x-kubernetes-validations": [
    { rule: "!has(self.code) || self.code == ''", message: "code is weak", messageExpression: "'weak: ' + self.code" },
    { rule: "!has(self.code) || int(self.code) > 0" },
  ],
};

test("what a definition marks with format: password is in no part of a result", () => {
  const spec = { code: "hunter2", codes: ["hunter2"], mode: "hunter2", cod: "hunter2", pins: { a: 5, b: ["hunter2"] } };
  const results = [judge(schema, spec), judge(schema, { ...spec, mode: "hunter3", pins: {} })];
  for (const result of results) {
    expect(result.status).toBe("invalid");
    expect(JSON.stringify(result)).not.toContain("hunter2");
  }
  expect(faultsIn(judge(schema, { code: "hunter2" }))).toEqual(["Invalid spec.code", "Invalid spec", "Invalid spec"]);
  expect(judge(schema, { code: "hunter2" }).issues.map(({ message }) => message)).toEqual([
    "is shorter than 20 characters",
    "code is weak",
    "cannot be judged by the rule !has(self.code) || int(self.code) > 0",
  ]);
});

test("other values of the same kind are shown", () => {
  const { issues } = judge({ type: "object", properties: { name: { type: "string", maxLength: 1 } } }, { name: "Ann" });
  expect(issues).toMatchObject([{ message: '"Ann" is longer than 1 character', value: "Ann" }]);
});
