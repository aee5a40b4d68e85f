import { expect, test } from "vitest";
import { resolveScalar } from "./resolve-scalar.ts";

// What kubectl 1.20 makes of each, as "kubectl annotate --local -o json" prints it.
test.each([
  { texts: ["y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE"], want: true },
  { texts: ["n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE"], want: false },
  { texts: ["", "~", "null", "Null", "NULL"], want: null },
  { texts: ["0777", "511", "0o777", "0x1FF", "0b111111111", "+511", "5_11", "511.", "5.11e2"], want: 511 },
  { texts: ["-012", "-0xa", "-10", "0b-1010"], want: -10 },
  { texts: ["0778", "778.0"], want: 778 },
  { texts: ["08"], want: 8 },
  { texts: ["0o14", "014", "0O14"], want: 12 },
  { texts: ["12e3", "1.2e4", "12E+3"], want: 12000 },
  { texts: [".5", "+.5", "0.5", "5e-1"], want: 0.5 },
  { texts: [".5_1"], want: 0.51 },
  { texts: ["18446744073709551615", "18446744073709551616"], want: 18446744073709552000 },
  { texts: ["-9223372036854775809"], want: -9223372036854776000 },
])("resolveScalar() reads $texts as $want", ({ texts, want }) => {
  for (const text of texts) expect(resolveScalar(text), text).toEqual(want);
});

test.each([
  "yEs",
  "tRue",
  "nULL",
  "1:30",
  "1:20:30",
  "2001-01-01",
  "2001-12-14T21:59:43.10-05:00",
  "0o18",
  "0x",
  "_1",
  "._5",
  "1e",
  "1e400",
  "0x1p4",
  "-",
  "+",
  ".",
  "=",
  "<<",
  "1.2.3.4",
  "1.36.0",
  "100m",
  "128Mi",
  "25%",
  "0x1FFFFFFFFFFFFFFFF",
])("resolveScalar() leaves %s as text", (text) => {
  expect(resolveScalar(text)).toBe(text);
});
