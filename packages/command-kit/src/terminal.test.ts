import { expect, test } from "vitest";
import { createPaint, hasColor, terminalWidth } from "./terminal.ts";

test.each([
  { isTTY: true, env: {}, want: true },
  { isTTY: false, env: {}, want: false },
  { isTTY: true, env: { NO_COLOR: "1" }, want: false },
  { isTTY: true, env: { NO_COLOR: "" }, want: true },
  { isTTY: true, env: { TERM: "dumb" }, want: false },
  { isTTY: false, env: { FORCE_COLOR: "1" }, want: true },
  { isTTY: true, env: { FORCE_COLOR: "0" }, want: false },
  { isTTY: false, env: { FORCE_COLOR: "1", NO_COLOR: "1" }, want: false },
])("hasColor() is $want with $env, on a terminal: $isTTY", ({ isTTY, env, want }) => {
  expect(hasColor({ isTTY }, env)).toBe(want);
  expect(createPaint(hasColor({ isTTY }, env))("red", "a") === "a").toBe(!want);
});

test.each([
  { stream: { isTTY: true, columns: 100 }, env: { COLUMNS: "70" }, want: 100 },
  { stream: { isTTY: false, columns: 100 }, env: {}, want: 80 },
  { stream: {}, env: { COLUMNS: "70" }, want: 70 },
  { stream: {}, env: { COLUMNS: "x" }, want: 80 },
  { stream: { isTTY: true, columns: 0 }, env: {}, want: 80 },
  { stream: { isTTY: true, columns: 5 }, env: {}, want: 40 },
])("terminalWidth() of $stream and $env is $want", ({ stream, env, want }) => {
  expect(terminalWidth(stream, env)).toBe(want);
});
