import { expect, test } from "vitest";
import { parseBumpOptions } from "./bump-options.ts";

test("parseBumpOptions() reads the release and its minor release", () => {
  expect(parseBumpOptions(["v1.37.0", "--from", "a.json", "--dry-run"])).toEqual({
    release: "v1.37.0",
    version: "v1.37",
    from: "a.json",
    isDryRun: true,
    tests: "npm test",
  });
  expect(parseBumpOptions(["v1.37.0-rc.1"])).toMatchObject({ release: "v1.37.0-rc.1", version: "v1.37" });
  expect(parseBumpOptions(["-h"])).toBe("help");
});

test.each([
  [[], 'Cannot bump to "": expected one release such as v1.37.0'],
  [["1.37"], 'Cannot bump to "1.37"'],
  [["v1.37.0", "v1.38.0"], 'Cannot bump to "v1.37.0 v1.38.0"'],
  [["v1.37.0", "--nope"], "Unknown option '--nope'"],
])("parseBumpOptions() refuses %j", (args, want) => {
  expect(() => parseBumpOptions(args)).toThrow(want);
});
