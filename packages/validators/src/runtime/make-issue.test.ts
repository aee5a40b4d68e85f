import { describe, expect, test } from "vitest";
import { type Fault, makeIssue } from "./make-issue.ts";

const fault: Fault = {
  type: "Invalid",
  fieldPath: "data[a]",
  steps: ["data", "a"],
  value: "hunter2",
  problem: "is not base64",
  source: "a.go, ValidateA",
};

describe("makeIssue()", () => {
  test.each<{ name: string; given: Partial<Fault>; want: string }>([
    { name: "the value and what is wrong", given: {}, want: '"hunter2" is not base64' },
    {
      name: "what was expected",
      given: { problem: { expected: "a list" } },
      want: 'must be a list, found the string "hunter2"',
    },
    { name: "the words of an author", given: { problem: { message: "Too weak." } }, want: "Too weak." },
    { name: "what the field needs", given: { type: "Required", problem: "must be set" }, want: "must be set" },
    { name: "what must not be set", given: { problem: "must not be set twice" }, want: "must not be set twice" },
    { name: "what a list lacks", given: { value: [], problem: "must have an item" }, want: "must have an item" },
  ])("says $name", ({ given, want }) => expect(makeIssue({ ...fault, ...given }, undefined).message).toBe(want));

  test("finds what was probably meant among what is allowed", () => {
    expect(makeIssue({ ...fault, value: "Alway", allowed: ["Always", "Never"] }, undefined)).toMatchObject({
      allowed: ["Always", "Never"],
      suggestion: 'did you mean "Always"?',
    });
  });

  test("shows no part of a secret value, and keeps all else", () => {
    expect(makeIssue({ ...fault, allowed: ["hunter3"] }, ["/data"])).toEqual({
      type: "Invalid",
      fieldPath: "data[a]",
      message: "is not base64",
      value: undefined,
      allowed: ["hunter3"],
      source: "a.go, ValidateA",
    });
    const { message } = makeIssue({ ...fault, value: 5, problem: { expected: "a string" } }, ["/data"]);
    expect(message).toBe("must be a string, found a number");
  });

  test("shows no object around a secret value, and no unknown field beside one", () => {
    const around = { ...fault, fieldPath: "", steps: [], value: { data: "hunter2" } };
    expect(makeIssue(around, ["/data"]).value).toBeUndefined();
    const unknown: Fault = {
      ...fault,
      type: "Unknown",
      fieldPath: "dta",
      steps: ["dta"],
      problem: "is not a known field",
    };
    expect(makeIssue(unknown, ["/data"])).toMatchObject({ message: "is not a known field", value: undefined });
    expect(makeIssue(unknown, undefined).value).toBe("hunter2");
  });

  test("shows a key that is near a secret value", () => {
    const key: Fault = {
      ...fault,
      fieldPath: "metadata.annotations",
      steps: ["metadata", "annotations"],
      value: "a b",
    };
    expect(makeIssue({ ...key, problem: "is not a name" }, ["/data"]).message).toBe('"a b" is not a name');
  });
});
