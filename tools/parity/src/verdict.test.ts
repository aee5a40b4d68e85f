import { expect, test } from "vitest";
import { isSameVerdict, ourVerdict, serverVerdict, undecodable } from "./verdict.ts";

const causes = [{ field: "b", reason: "FieldValueInvalid" }, { field: "a", reason: "FieldValueRequired" }];

test("serverVerdict() reads an answer as sorted faults, each once", () => {
  expect(serverVerdict({ status: 201, body: {} })).toEqual([]);
  expect(serverVerdict({ status: 400, body: {} })).toBe(undecodable);
  const body = { details: { causes: [...causes, ...causes] } };
  expect(serverVerdict({ status: 422, body })).toEqual(["a Required", "b Invalid"]);
  expect(serverVerdict({ status: 404, body: { message: "not here" } })).toEqual(["answered 404: not here"]);
});

test("ourVerdict() skips unknown fields", () => {
  const issue = { fieldPath: "a", message: "", value: 1, source: "" };
  expect(ourVerdict([{ ...issue, type: "Unknown" }])).toEqual([]);
  expect(ourVerdict([{ ...issue, type: "Invalid" }, { ...issue, type: "TypeInvalid" }])).toBe(undecodable);
  expect(isSameVerdict(["a Invalid"], undecodable)).toBe(true);
  expect(isSameVerdict([], undecodable)).toBe(false);
});
