import { describe, expect, test } from "vitest";
import type { PinnedInput, PinnedInputs } from "../pinned-input.ts";
import { checkIsNewer, nextInputs } from "./next-inputs.ts";

const input: PinnedInput = { name: "a", sha256: "b", contains: { definitions: 1, kinds: 1, fields: 1 } };
const withTypings: PinnedInput = { ...input, npm: { package: "c@1.0.0", integrity: "sha512-", typings: "d/" } };
const forPages: PinnedInput = { ...input, isForPagesOnly: true };

function pins(versions: Readonly<Record<string, PinnedInput>>): PinnedInputs {
  return { default: Object.keys(versions)[0] ?? "", versions };
}

describe("nextInputs()", () => {
  test("puts the new version in front and drops the oldest", () => {
    const now = pins({ "v1.36": withTypings, "v1.33": input, "v1.30": input, "v1.12": forPages });
    const { pinned, dropped } = nextInputs(now, "v1.37", input);
    expect(pinned.default).toBe("v1.37");
    expect(Object.keys(pinned.versions)).toEqual(["v1.37", "v1.36", "v1.33", "v1.12"]);
    expect(dropped).toBe("v1.30");
  });

  test("keeps what upstream supports, what is for pages, and the last version that is on npm", () => {
    const supported = nextInputs(pins({ "v1.36": withTypings, "v1.35": input, "v1.12": forPages }), "v1.37", input);
    expect(supported.dropped).toBeUndefined();
    const old = pins({ "v1.36": input, "v1.33": input, "v1.30": withTypings });
    expect(nextInputs(old, "v1.37", input).dropped).toBe("v1.33");
    expect(nextInputs(old, "v1.37", withTypings).dropped).toBe("v1.30");
  });
});

test.each([
  ["v1.36", "Cannot bump to v1.36: it is pinned already"],
  ["v1.34", "Cannot bump to v1.34: the default is v1.36 already"],
])("checkIsNewer() refuses %s", (version, want) => {
  expect(() => checkIsNewer(pins({ "v1.36": input }), version)).toThrow(want);
});
