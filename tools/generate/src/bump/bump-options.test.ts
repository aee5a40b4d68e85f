import { parseFlags } from "@kubeschema/command-kit";
import { expect, test } from "vitest";
import { bumpFlags, toBumpOptions } from "./bump-options.ts";

test("toBumpOptions() reads the release and its minor release", () => {
  const { options, operands: [release = ""] } = parseFlags(bumpFlags, ["v1.37.0", "--from", "a.json", "--dry-run"]);
  expect(toBumpOptions(options, release)).toEqual({
    release: "v1.37.0",
    version: "v1.37",
    from: "a.json",
    dryRun: true,
    tests: "npm test",
  });
  expect(toBumpOptions(options, "v1.37.0-rc.1")).toMatchObject({ release: "v1.37.0-rc.1", version: "v1.37" });
});

test.each(["", "1.37", "v1.37", "v2.0.0", "v1.37.0-gke"])("toBumpOptions() refuses %j", (release) => {
  const { options } = parseFlags(bumpFlags, []);
  expect(() => toBumpOptions(options, release)).toThrow(`Expected one release such as v1.37.0, found "${release}"`);
});
