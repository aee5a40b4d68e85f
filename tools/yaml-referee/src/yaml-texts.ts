/** Gives a number from 0 up to 1, the same ones for the same seed. */
export type Random = () => number;

/** A generator of 32 bits (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes a text that keeps to the corners of YAML's grammar: half of them are wrong. */
export function writeYamlText(random: Random): string {
  const kinds = [writeFragments, writeLines, writeManifestWithFaults, writeBrackets];
  return pick(random, kinds)(random);
}

const fragments = [
  ...[
    "a:",
    "b: ",
    "c:",
    " ",
    "  ",
    "    ",
    "\t",
    "\n",
    "\n",
    "\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "\n  - ",
    "- ",
    "-",
    "? ",
  ],
  ...["?", ": ", ":", "[", "]", "{", "}", ",", ", ", "a", "b", "foo", "1", "0x1F", "017", "1.5", ".inf", "yes", "null"],
  ...["~", "''", "'", '"', '"x"', "'y'", "\\n", "\\/", "\\u0041", "\\x41", "\\\n", "|", "|-", "|+", "|2", ">", ">-"],
  ...[
    "# c",
    " # c",
    "#",
    "&a ",
    "*a",
    "&a",
    "*a ",
    "!!str ",
    "!!int ",
    "!!float ",
    "!!binary ",
    "!!null ",
    "! ",
    "!x ",
  ],
  ...["!!timestamp ", "!!merge ", "!<tag:yaml.org,2002:str> ", "<<: ", "<<: *a", "---", "\n---\n", "\n--- #c\n"],
  ...["\n---#c\n", "\n...\n", "\r\n", "\r", "\u2028", "\u0085", "é", "😀", "@", "`", "%", "=", "2001-01-01", "x: y"],
  ...["2001-01-01T00:00:00+25:00", "a: 1", "- b", "[a, b]", "{a: b}", "[a: b]", "{a, b}", '"a: b"', "http://a/?b=c"],
  ...["--x", "%YAML 1.1\n", "%TAG !x! tag:x,1:\n", "!x!y ", "!e%20 ", "aGk=", "\ufeff", '{"a": 1}', "[", "{", "\n\n"],
  ...[
    "key: value",
    "  sub: 1\n",
    "   ",
    "\u0007",
    "0b11",
    "18446744073709551615",
    "1e3",
    "+1",
    "-1",
    "_1",
    "1_0",
    ".5",
  ],
  ...[
    "1.",
    "a.b/c",
    "-0",
    "0o7",
    "1:30",
    "!!bool ",
    "\\ud83d",
    '\\"',
    "''",
    "[]",
    "{}",
    ": |\n",
    "9223372036854775808",
  ],
];

const lines = [
  ...[
    "a:",
    "b:",
    "c: d",
    "- a",
    "- b: c",
    "  x: y",
    "  - z",
    "- - q",
    "? k",
    ": v",
    "k: |",
    "k: >-",
    "  text",
    "   more",
  ],
  ...[
    "",
    "# c",
    "'q': r",
    '"q": r',
    "[x, y]: z",
    "{x: y}: z",
    "&n m: o",
    "p: *n",
    "p: &n q",
    "t: !!int 5",
    "u: [1,",
    "2]",
  ],
  ...[
    "v: {a: 1,",
    "b: 2}",
    "w: 'x",
    "y'",
    'z: "x',
    'y"',
    "yes: no",
    "1: 2",
    "1.5: 2",
    "~: x",
    "<<: *n",
    "o: {<<: {a: 1}}",
  ],
  ...[
    "\tt: 1",
    "t:\t1",
    "a: b: c",
    "a: b #c",
    "a: b#c",
    "--- ",
    "...",
    "%x",
    "a: @b",
    "e: -",
    "f: - g",
    "g: ?h",
    "h: :i",
  ],
  ...[
    "i: !t",
    "j: 1e400",
    "l: 0777",
    "-",
    "- |",
    "  - >",
    "k: |2",
    "k: |1-",
    "[]: a",
    "{}: a",
    "m: [a]b",
    "- ? a",
    "- &n",
  ],
];

const values = [
  ...["a", "1", '"b"', "'c'", "yes", "[a, b]", "{a: b}", "*x", "!!str 1", "&x y", "- z", "~", "{}", "[]", "0.1", "d e"],
];

const bracketParts = [
  ...["[", "]", "{", "}", ",", ":", ": ", "?", "a", "b ", '"q"', "'s'", "\n", " ", "\t", "1", "#c\n", "&a ", "*a"],
  ...["!!str ", "-", "- ", "|", "a: b", "x?y", "\n\n", "c:", "<<: "],
];

function writeFragments(random: Random): string {
  // After two byte order marks go-yaml loses the first character of each line.
  return several(random, 10, () => pick(random, fragments)).replace(/\ufeff+/g, "\ufeff");
}

function writeLines(random: Random): string {
  return several(random, 7, () => {
    const indent = " ".repeat(pick(random, [0, 0, 0, 2, 2, 4, 1, 6, 3]));
    return indent + pick(random, lines) + pick(random, ["\n", "\n", "\n", "\n", "\r\n", " \n"]);
  });
}

/** Objects and lists as people write them, with up to two faults. */
function writeManifestWithFaults(random: Random): string {
  // By characters: half of one is none.
  const characters = [...writeBlock(random, 0)];
  for (let count = Math.floor(random() * 3); count > 0; count--) {
    const at = Math.floor(random() * (characters.length + 1));
    characters.splice(at, Math.floor(random() * 3), ...pick(random, fragments));
  }
  return characters.join("");
}

function writeBlock(random: Random, depth: number): string {
  const indent = " ".repeat(2 * depth);
  const kind = random();
  if (depth > 2 || kind < 0.3) return ` ${pick(random, values)}\n`;
  if (kind < 0.35) return ` ${pick(random, ["|", "|-", ">", ">+"])}\n${several(random, 3, () => `${indent}  text\n`)}`;
  const write = (): string =>
    indent + (kind < 0.65 ? `${pick(random, [..."abcdefghij"])}:` : "-") + writeBlock(random, depth + 1);
  return `\n${several(random, 3, write)}`;
}

function writeBrackets(random: Random): string {
  const start = pick(random, ["a: ", "", "- ", "k:\n  ", '{"a": ']);
  return start + several(random, 14, () => pick(random, bracketParts));
}

function several(random: Random, most: number, write: () => string): string {
  return Array.from({ length: 1 + Math.floor(random() * most) }, write).join("");
}

function pick<Value>(random: Random, from: readonly Value[]): Value {
  return from[Math.floor(random() * from.length)] as Value; // the index is below the length
}
