import { describe, expect, test } from "vitest";
import { readTextFacts } from "./text-facts.ts";

describe("readTextFacts()", () => {
  test.each([
    { text: 'Protocol of the port. Defaults to "TCP".', want: "TCP" },
    { text: "Number of replicas. Defaults to 1.", want: "1" },
    { text: "Default is true.", want: "true" },
    { text: "May be empty. Default to Cluster.", want: "Cluster" },
    { text: "Defaults to the name of the object.", want: undefined },
    { text: "Defaults to 1 if the other one is set", want: undefined },
    { text: "Nothing of the kind.", want: undefined },
  ])("reads the default of $text", ({ text, want }) => {
    expect(readTextFacts(text).default).toBe(want);
  });

  test("reads the values that the API server appends", () => {
    const text = 'How.\n\nPossible enum values:\n - `"Always"` always\n - `"Never"` not at all';
    expect(readTextFacts(text).values).toEqual(["Always", "Never"]);
  });

  test.each([
    { text: "Cannot be updated.", want: [true, false] },
    { text: "This field is immutable.", want: [true, false] },
    { text: "Deprecated: use another.", want: [false, true] },
    { text: "hostIP is deprecated and ignored.", want: [false, true] },
    { text: "A list of things that were deprecated long ago, and may be updated.", want: [false, false] },
  ])("reads the marks of $text", ({ text, want }) => {
    const { isImmutable, isDeprecated } = readTextFacts(text);
    expect([isImmutable, isDeprecated]).toEqual(want);
  });

  test.each(["Defaults to ", 'Possible enum values:\n - `"', "deprecated ", "a "])(
    "terminates on much of %j",
    (part) => {
      expect(readTextFacts(part.repeat(200_000))).toBeDefined();
    },
  );
});
