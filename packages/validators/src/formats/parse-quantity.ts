const form = /^([+-]?)(\d*)(?:\.(\d*))?(?:([numkMGTPE])|([KMGTPE])i|[eE]([+-]?\d+))?$/;
const decimal: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const binary = "KMGTPE";
// Far beyond what the server can hold, and small enough to be computed.
const largestPower = 60;

/**
 * The value of a quantity in billionths, rounded away from zero as the server rounds; the text must be a quantity. Sizes
 * that no cluster has are only known to be large. Source: apimachinery, pkg/api/resource/quantity.go.
 */
export function parseQuantity(value: unknown): bigint {
  const text = String(value).trim();
  const match = form.exec(text);
  if (match === null) return 0n;
  const [, sign = "", whole = "", fraction = "", suffix = "", binarySuffix = "", exponent = "0"] = match;
  const digits = (whole + fraction).slice(0, 1000);
  const power = suffix === "" ? Number(exponent) : decimal[suffix] ?? 0;
  const factor = binarySuffix === "" ? 1n : 1024n ** BigInt(binary.indexOf(binarySuffix) + 1);
  const shift = Math.max(-1000, Math.min(largestPower, power + 9 - Math.min(fraction.length, 1000)));
  const scaled = BigInt(digits === "" ? "0" : digits) * factor;
  const size = shift >= 0 ? scaled * 10n ** BigInt(shift) : roundUp(scaled, 10n ** BigInt(-shift));
  return sign === "-" ? -size : size;
}

function roundUp(value: bigint, divisor: bigint): bigint {
  return (value + divisor - 1n) / divisor;
}
