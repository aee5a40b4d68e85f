import { expect, test } from "vitest";
import { isSameVerdict, ourVerdict, serverVerdict, undecodable, type Verdict } from "./verdict.ts";

const causes = [{ field: "b", reason: "FieldValueInvalid" }, { field: "a", reason: "FieldValueRequired" }];

test("serverVerdict() reads an answer as sorted faults, each once", () => {
  expect(serverVerdict({ status: 201, body: {} })).toEqual([]);
  expect(serverVerdict({ status: 400, body: {} })).toBe(undecodable);
  const body = { details: { causes: [...causes, ...causes] } };
  expect(serverVerdict({ status: 422, body })).toEqual(["a Required", "b Invalid"]);
  expect(serverVerdict({ status: 404, body: { message: "not here" } })).toEqual(["answered 404: not here"]);
});

test("serverVerdict() reads the fields that strict decoding refuses", () => {
  const message = 'Ingress in version "v1" cannot be handled as a Ingress: strict decoding error: ' +
    'unknown field "spec.rules[0].hostX", duplicate field "spec", unknown field "metadata.aX", unknown field "spec.rules[0].hostX"';
  expect(serverVerdict({ status: 400, body: { message } })).toEqual([
    "metadata.aX Unknown",
    "spec.rules[0].hostX Unknown",
  ]);
});

test("ourVerdict() of a strict server stops at unknown fields, which others do not see", () => {
  const issue = { fieldPath: "a", message: "", value: 1, source: "" };
  const [unknown, invalid] = [{ ...issue, type: "Unknown" }, { ...issue, fieldPath: "b", type: "Invalid" }] as const;
  const of = (isStrict: boolean): Verdict => ourVerdict([unknown, invalid], { isStrict });
  expect(of(false)).toEqual(["b Invalid"]);
  expect(of(true)).toEqual(["a Unknown"]);
  expect(ourVerdict([unknown], { isStrict: false })).toEqual([]);
});

test.each([true, false])("ourVerdict() of a wrong type names no field, strict: %s", (isStrict) => {
  const issue = { fieldPath: "a", message: "", value: 1, source: "" };
  const wrong = ourVerdict([{ ...issue, type: "Unknown" }, { ...issue, type: "TypeInvalid" }], { isStrict });
  expect(wrong).toBe(undecodable);
  expect(isSameVerdict(["a Invalid"], undecodable)).toBe(true);
  expect(isSameVerdict([], undecodable)).toBe(false);
});
