import { cpuUsage } from "node:process";
import { describe, expect, test } from "vitest";
import { isByte, isInt32, isInt64, isInteger, isIntOrString, isMicroTime, isQuantity, isTime } from "./mod.ts";

// What the API server decodes, found by asking one: Kubernetes 1.20 answers 400 to each `bad` value and to no `good` one.
describe.each([
  {
    check: isQuantity,
    good: [
      "0",
      "500m",
      "1.5Gi",
      " 1 ",
      "+1",
      "-1",
      "1.",
      ".5",
      "1e3",
      "1E-3",
      "1E",
      "Ki",
      ".",
      "1e400",
      "\u00851",
      1,
      1.5,
      -3,
    ],
    bad: [
      "",
      " ",
      "abc",
      "1abc",
      "1ki",
      "1K",
      "1 Gi",
      "--1",
      "1..2",
      "0x10",
      "1e",
      "1e1.5",
      "1e99999999999999999999",
      "１",
      "\ufeff1",
      true,
      {},
      [],
    ],
  },
  {
    check: isTime,
    good: [
      "2024-01-01T00:00:00Z",
      "2024-02-29T23:59:59.123Z",
      "2024-01-01T1:00:00Z",
      "2024-01-01T00:00:00,5Z",
      "2024-01-01T00:00:00+99:99",
    ],
    bad: [
      "",
      "2024-01-01",
      "2023-02-29T00:00:00Z",
      "1900-02-29T00:00:00Z",
      "2024-04-31T00:00:00Z",
      "2024-01-01t00:00:00Z",
      "2024-01-01T00:00:00z",
      "2024-01-01T24:00:00Z",
      "2024-01-01T00:00:60Z",
      "2024-13-01T00:00:00Z",
      "2024-01-00T00:00:00Z",
      "2024-01-01T00:00:00+0100",
      "2024-01-01T00:00:00Z ",
      5,
      {},
    ],
  },
  {
    check: isMicroTime,
    good: ["2024-01-01T00:00:00.123456Z", "2024-01-01T00:00:00,000000+01:00"],
    bad: ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00.1Z", "2024-01-01T00:00:00.1234567Z", 5],
  },
  {
    check: isByte,
    good: ["", "YQ==", "YWI=", "YWJj", "YW\r\nJj", "YR==", [], [0, 255]],
    bad: ["YQ", "YQ=", "=", "====", "Y===", "YQ==YQ==", "YW Jj", "Y-Q_", "é", 5, true, {}, [256], [-1], ["1"]],
  },
  {
    check: isInt32,
    good: [0, -1, 2147483647, -2147483648],
    bad: [1.5, 2147483648, -2147483649, 1e21, Number.NaN, "1", true, {}, []],
  },
  { check: isInt64, good: [0, 2 ** 53, -(2 ** 63)], bad: [1.5, 1e19, "1", true, {}] },
  { check: isInteger, good: [1e21, -1], bad: [1.5, Number.POSITIVE_INFINITY, "1"] },
  { check: isIntOrString, good: ["", "80%", 80], bad: [1.5, 2147483648, true, {}, []] },
])("$check.name()", ({ check, good, bad }) => {
  test.each(good.map((value) => [value]))("takes %j", (value) => expect(check(value)).toBe(true));
  test.each(bad.map((value) => [value]))("refuses %j", (value) => expect(check(value)).toBe(false));
});

test("the patterns take linear time on hostile text", () => {
  const hostile = [
    "1".repeat(1e6),
    " ".repeat(1e6),
    `${"1".repeat(1e6)}x`,
    `e${"0".repeat(1e6)}x`,
    `2024-01-01T00:00:00.${"1".repeat(1e6)}`,
    "A=".repeat(5e5),
  ];
  const start = cpuUsage();
  for (const text of hostile) for (const check of [isQuantity, isTime, isMicroTime, isByte]) check(text);
  expect(cpuUsage(start).user / 1000).toBeLessThan(2000);
});
