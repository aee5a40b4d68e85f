/**
 * Resolves a plain scalar as kubectl does. It reads YAML with sigs.k8s.io/yaml, which follows YAML 1.1 in part: `yes` is
 * a boolean and `0777` is octal, while `1:30` and dates stay text.
 *
 * @see {@link https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/resolve.go}
 */
export function resolveScalar(text: string): unknown {
  const first = text.charCodeAt(0);
  if (first >= digit0 && first <= digit9) return resolveNumber(text);
  if (text === "") return null;
  // Nearly all texts end here, so that it is a table that is looked into and no set.
  if (specialFirsts[first] !== 1) return text;
  if (text.length <= longestWord) {
    const word = words.get(text);
    if (word !== undefined) return word;
  }
  if (first === plus || first === minus) return resolveNumber(text);
  return first === dot && dotFloat.test(text) ? finiteOr(text, text.replaceAll("_", "")) : text;
}

/** How a plain scalar becomes a value. */
export type ResolveScalar = (text: string) => unknown;

/**
 * Resolves a plain scalar of what a program printed: only `true` and `false` are booleans. kubectl quotes the other words
 * of YAML 1.1, and a tool that follows YAML 1.2, such as yq, prints the text `n` without quotes.
 */
export function resolvePrintedScalar(text: string): unknown {
  const value = resolveScalar(text);
  return typeof value === "boolean" && !/^(?:true|false)$/i.test(text) ? text : value;
}

const [digit0, digit9, plus, minus, dot] = [0x30, 0x39, 0x2b, 0x2d, 0x2e];

const words: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ...["~", "null", "Null", "NULL"].map((word) => [word, null] as const),
  ...["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"].map((word) => [word, true] as const),
  ...["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"].map((word) => [word, false] as const),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word) => [word, Number.POSITIVE_INFINITY] as const),
  ...["-.inf", "-.Inf", "-.INF"].map((word) => [word, Number.NEGATIVE_INFINITY] as const),
  ...[".nan", ".NaN", ".NAN"].map((word) => [word, Number.NaN] as const),
]);

const longestWord = 5;

/** By the code of a character, whether a word or a number of another shape starts with it. */
const specialFirsts: Uint8Array = new Uint8Array(128);
for (const word of [...words.keys(), "+", "-"]) if (word !== "") specialFirsts[word.charCodeAt(0)] = 1;

const plainInteger = /^[1-9][0-9]{0,14}$/;
const integer = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const dotFloat = /^\.[0-9]+(?:_[0-9]+)*(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?$/;
/** 64 binary ones, with their "0b". */
const mostDigits = 66;
const largestInt64 = 2n ** 63n;
const largestUint64 = 2n ** 64n;

function resolveNumber(text: string): unknown {
  if (plainInteger.test(text)) return Number(text);
  const whole = integerOf(text);
  if (whole !== undefined) return Number(whole);
  const plain = withoutSeparators(text);
  return float.test(plain) ? finiteOr(text, plain) : text;
}

/** The whole number that a plain scalar is, as far as 64 bits hold it; larger ones are floats. */
export function integerOf(text: string): bigint | undefined {
  // go-yaml takes a sign behind "0b" too.
  const plain = withoutSeparators(text).replace(/^0b([-+])(?=[01])/, (_, sign: string) => `${sign}0b`);
  const [, sign, digits = ""] = integer.exec(plain) ?? [];
  if (sign === undefined || digits.length > mostDigits) return undefined;
  const magnitude = BigInt(digits.replace(/^0(?=[0-7])/, "0o").toLowerCase());
  const isInRange = sign === "-" ? magnitude <= largestInt64 : magnitude < (sign === "" ? largestUint64 : largestInt64);
  if (!isInRange) return undefined;
  return sign === "-" ? -magnitude : magnitude;
}

/** `1_000` is 1000. */
function withoutSeparators(text: string): string {
  return text.includes("_") ? text.replaceAll("_", "") : text;
}

/** A number that is too large for a float stays text. */
function finiteOr(text: string, plain: string): unknown {
  const value = Number(plain);
  return Number.isFinite(value) ? value : text;
}
