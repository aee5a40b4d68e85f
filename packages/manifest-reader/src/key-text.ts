import { integerOf } from "./resolve-scalar.ts";

/**
 * Makes a key of a value that is not text, as kubectl does: `yes: 1` has the key `true`, `0x10: 1` the key `16`.
 *
 * @param raw The value as it is written.
 * @returns `undefined` for what cannot be a key: nothing, and numbers between int64 and uint64.
 * @see {@link https://github.com/kubernetes-sigs/yaml/blob/v1.6.0/yaml.go}
 */
export function keyText(value: unknown, raw: string): string | undefined {
  if (typeof value === "boolean") return String(value);
  if (typeof value !== "number") return undefined;
  if (Number.isNaN(value)) return ".nan";
  if (!Number.isFinite(value)) return value > 0 ? ".inf" : "-.inf";
  const integer = integerOf(raw);
  if (integer === undefined) return formatFloat32(value);
  return integer < 2n ** 63n ? String(integer) : undefined;
}

/** As Go's `strconv.FormatFloat(value, 'g', -1, 32)`: the fewest digits that tell it from other floats of 32 bits. */
function formatFloat32(value: number): string {
  const single = Math.fround(value);
  if (!Number.isFinite(single)) return single > 0 ? ".inf" : "-.inf";
  if (single === 0) return Object.is(value, -0) ? "-0" : "0";
  let text = "";
  for (let digits = 1; digits <= 9; digits++) {
    text = single.toExponential(digits - 1);
    if (Math.fround(Number(text)) === single) break;
  }
  const [mantissa = "", power = ""] = text.split("e");
  const exponent = Number(power);
  if (exponent >= -4 && exponent < 6) return String(Number(text));
  return `${mantissa}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}
