import { expect, test } from "vitest";
import { parseArgs } from "./parse-args.ts";
import { type AnyFlagTable, choiceFlag, switchFlag, textFlag } from "./flag.ts";

const flags: AnyFlagTable = {
  strict: switchFlag({ help: "x" }),
  output: choiceFlag({ short: "o", value: "FORMAT", choices: ["json"], help: "x" }),
  threads: textFlag({ short: "n", value: "N", help: "x" }),
};

test.each([
  { args: ["-strict", "-output", "json"], want: [["strict", "-strict", "true"], ["output", "-output", "json"]] },
  { args: ["-strict=false", "-n=8"], want: [["strict", "-strict", "false"], ["threads", "-n", "8"]] },
  { args: ["-ojson", "--strict"], want: [["output", "-o", "json"], ["strict", "--strict", "true"]] },
])("parseArgs() takes a single dash where that is asked for: $args", ({ args, want }) => {
  const { given } = parseArgs(args, flags, { takesSingleDash: true });
  expect([...given].map(([name, [value]]) => [name, value?.spelling, value?.text])).toEqual(want);
});
