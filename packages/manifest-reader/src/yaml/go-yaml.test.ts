import { expect, test } from "vitest";
import { readManifest } from "../read-manifest.ts";

/** Values, or problems as `line:column message`. */
function read(text: string): readonly unknown[] {
  return [...readManifest(text)].map(({ value, problem, start }) => {
    if (problem === undefined) return value;
    const { line, column } = start();
    return `${line}:${column} ${problem}`;
  });
}

// What go-yaml takes and the YAML specification does not, or not so. The values are kubectl's.
test.each([
  { name: "any indentation in brackets", text: "a:\n  args: [\n  b,\nc\n]\n", want: { a: { args: ["b", "c"] } } },
  {
    name: "a bracket that closes at the column of its key",
    text: "args: [\n  a\n]\nb: 1\n",
    want: { args: ["a"], b: 1 },
  },
  { name: "tabs in brackets", text: "a: {\n\tb: 1,\n\tc: [\t2\t]\n\t}\n", want: { a: { b: 1, c: [2] } } },
  { name: "tabs in quotes", text: "a: 'b\n\tc'\n", want: { a: "b c" } },
  { name: "a tab after a value", text: "a: 1\t\nb:\t\n  c\n", want: { a: 1, b: "c" } },
  { name: '"-" in brackets where text follows', text: "a: [tar, -xf, --]\n", want: { a: ["tar", "-xf", "--"] } },
  { name: "a lone dash in brackets", text: "a: [tar, xf, -]\n", want: { a: ["tar", "xf", "-"] } },
  { name: "a comment that touches a value in quotes", text: 'a: "b"#c\nd: [e]#f\n', want: { a: "b", d: ["e"] } },
  { name: "a colon that a bracket touches", text: "a: [b:]\nc: {d:}\n", want: { a: ["b:"], c: { "d:": null } } },
  {
    name: "a key without a value in brackets",
    text: "a: [b: ]\nc: {d: , e}\n",
    want: { a: [{ b: null }], c: { d: null, e: null } },
  },
  { name: "an alias that a colon touches", text: "v: &v a\n*v: x\n", want: { v: "a", a: "x" } },
  {
    name: "a merge key with its tag",
    text: "a: &a {b: 1}\nc:\n  !!merge <<: *a\n",
    want: { a: { b: 1 }, c: { b: 1 } },
  },
  { name: "a comma at the end", text: "a: [b,]\nc: {d: 1,}\n", want: { a: ["b"], c: { d: 1 } } },
  { name: "a list below the column of its key", text: "a:\n- b\nc: d\n", want: { a: ["b"], c: "d" } },
  { name: "text that goes on below", text: "a: b\n c\n\n d\ne: 1\n", want: { a: "b c\nd", e: 1 } },
  { name: "a colon inside a word", text: "a: b:c\nd: http://e\n", want: { a: "b:c", d: "http://e" } },
  { name: "folded text", text: "a: >\n  b\n  c\n\n   d\n  e\n\nf: 1\n", want: { a: "b c\n\n d\ne\n", f: 1 } },
  { name: "kept line breaks", text: "a: |+\n  b\n\n\nc: >-\n\n  d\n\n", want: { a: "b\n\n\n", c: "\nd" } },
  { name: "an indentation that is said", text: "a: |2\n    b\n   c\n", want: { a: "  b\n c\n" } },
  { name: "no line break at the end of a block", text: "a: |\n  b", want: { a: "b\n" } },
  {
    name: "escapes",
    text: String.raw`a: "\x41\u00e9\U0001F600\_\N\L\P\e\0"`,
    want: { a: "Aé😀\u00a0\u0085\u2028\u2029\x1b\0" },
  },
  { name: "an escaped line break", text: 'a: "b\\\n   c\\\n\n  d"\n', want: { a: "bc\nd" } },
  { name: "rare line breaks", text: "a: 1\u2028b: 2\u0085c: 3\u2029", want: { a: 1, b: 2, c: 3 } },
  { name: "a comment on a separator without a space", text: "a: 1\n---#c\n", want: { a: 1 } },
  { name: "a version that it reads", text: "---\n---\n", want: undefined },
  { name: "a tag that it does not know", text: "a: !x 1\nb: !x [1]\n", want: { a: "1", b: [1] } },
  { name: "a list of pairs", text: "a: [b: c, ? d : e]\n", want: { a: [{ b: "c" }, { d: "e" }] } },
  { name: "keys that are said to be keys", text: "? a\n: b\n? c\n", want: { a: "b", c: null } },
  {
    name: "numbers as keys",
    text: "1.10: a\n1e10: b\n0x10: c\n-0: d\n3.14159265358979: e\n",
    want: { "1.1": "a", "1e+10": "b", 16: "c", 0: "d", "3.1415927": "e" },
  },
])("readManifest() takes $name", ({ text, want }) => {
  expect(read(text)).toEqual(want === undefined ? [] : [want]);
});

// What go-yaml refuses, some of which the YAML specification takes.
test.each([
  { name: "a tab that indents", text: "a:\n\tb: 1\n", want: "2:1 A tab cannot indent: use spaces" },
  { name: "a tab that indents text", text: "a:\n  b\n\tc\n", want: "3:1 A tab cannot indent: use spaces" },
  {
    name: "a tab that indents a block",
    text: "a: |\n\tb\n",
    want: "2:1 A tab cannot indent the text of a block: use spaces",
  },
  { name: "a tab after a dash", text: "-\tb: 1\n", want: "1:2 A tab cannot indent: use spaces" },
  {
    name: '"?" in brackets',
    text: "a: [--url=http://h/?a=b]\n",
    want: '1:20 Expected "," or the "]" of the "[", found "?"; quote text that contains it',
  },
  {
    name: "a colon at the start in brackets",
    text: "a: [:b]\n",
    want: '1:5 Expected a value or the "]" of the "[", found ":"',
  },
  {
    name: "an escape of JSON alone",
    text: 'a: "\\/"\n',
    want: '1:5 "\\\\/" is not an escape of YAML as it is in JSON: write "/"',
  },
  {
    name: "a pair of surrogates",
    text: 'a: "\\ud83d\\ude00"\n',
    want: /^1:5 The code after "\\u" is not a character; /,
  },
  {
    name: "an escape that is none",
    text: 'a: "\\d"\n',
    want: /^1:5 "\\\\d" is not an escape of YAML: write "\\\\" for a backslash/,
  },
  {
    name: "the name of an anchor",
    text: "a: &b.c d\n",
    want: /^1:4 "&" begins an anchor, whose name has only letters/,
  },
  { name: "a glob", text: "a: *.example.com\n", want: /^1:4 "\*" begins an alias, .* quote other text$/ },
  { name: "a long key", text: `${"a".repeat(1025)}: 1\n`, want: /^1:1026 ":" is not allowed here/ },
  {
    name: "a long key that follows others",
    text: `b: 1\n${"a".repeat(1025)}: 1\n`,
    want: "2:1 A key has at most 1,024 characters",
  },
  {
    name: "a separator that a comment touches, at the start",
    text: "---#c\na: 1\n",
    want: '1:1 "---" is text unless a space follows it, or the end of its line',
  },
  {
    name: "a whole number over int64 as a key",
    text: "9223372036854775808: 1\n",
    want: '1:1 "9223372036854775808" cannot be a key',
  },
  {
    name: "a time zone of 25 hours",
    text: "a: !!timestamp 2001-01-01T00:00:00+25:00\n",
    want: "1:16 The value is not a valid !!timestamp",
  },
  { name: "a quote that is not closed", text: 'a: 1\nb: "c\nd: 2\n', want: "2:4 The quote is not closed" },
  {
    name: "a quote that a separator ends",
    text: "a: 'b\n...\nc: 1\n",
    want: '1:4 The quote is not closed before the "..." line',
  },
  {
    name: "a bracket that is not closed",
    text: "a:\n  b: [1,\n  2\nc: 3\n",
    want: '4:2 Expected "," or the "]" of the "[" that begins on line 2, found ":"',
  },
  { name: "brackets that are not closed", text: "a: {b: [1, 2]\n", want: '1:4 "{" is not closed' },
  {
    name: "a colon in a value",
    text: "key: value: more\n",
    want: '1:11 ":" is not allowed here: quote a value that holds ": ", or begin the key on its own line',
  },
  { name: "an at sign", text: "a: @b\n", want: '1:4 "@" cannot begin a value: quote it' },
  { name: "a backtick", text: "a: `b`\n", want: '1:4 "`" cannot begin a value: quote it' },
  { name: "a percent sign", text: "a: %b\n", want: '1:4 "%" cannot begin a value: quote it' },
  {
    name: "a block in brackets",
    text: "a: [|\n  b]\n",
    want: '1:5 A "|" block is not allowed in brackets: quote the text',
  },
  {
    name: "text next to a block's sign",
    text: "a: | b\n",
    want: '1:6 The text of a "|" block begins on the line below it',
  },
  {
    name: "a line without a colon",
    text: "a: 1\nb\nc: 2\n",
    want: '2:1 A key is needed here, with its ":" on the same line; text that goes on is indented further',
  },
  {
    name: "text behind a quote",
    text: 'a: "b" c\n',
    want: "1:8 Expected nothing more after the value, found text: quote the whole value",
  },
  {
    name: "an apostrophe in quotes",
    text: "- 'it's'\n",
    want: "1:7 Expected nothing more after the value, found text: quote the whole value",
  },
  {
    name: "a key without a space",
    text: "a: 1\nb:2\nc: 3\n",
    want: '2:1 A key is needed here: its ":" has a space after it',
  },
  {
    name: "a key below a value",
    text: "a: b\n  c: d\n",
    want: /^2:4 ":" is not allowed in the text of line 1, which goes on here: indent the key otherwise/,
  },
  {
    name: "a key that is indented less than those before it",
    text: "- name: a\n value: b\n",
    want: /^2:2 Expected the next "-" of the list that begins on line 1, found a key with another indentation$/,
  },
  { name: "a list item next to a key", text: "a: - b\n", want: /^1:4 A list item cannot begin here/ },
  {
    name: "an object that is indented further",
    text: "a:\n  b: {}\n    c: 1\n",
    want: /^3:5 Expected the next key of the object that begins on line 2, found a key with another indentation$/,
  },
  {
    name: "a key among list items",
    text: "a:\n  - b\n  c: 1\n",
    want: /^3:3 Expected the next "-" of the list that begins on line 2, found a key$/,
  },
  { name: "an unknown handle", text: "a: !x!y b\n", want: "1:4 No %TAG line declares the handle of this tag" },
  {
    name: "a version before a separator",
    text: "%YAML 1.1\n---\na: 1\n",
    want: /^2:1 Lines that begin with "%" are not allowed here/,
  },
  {
    name: "a line that begins with a percent sign",
    text: "%a: 1\n",
    want: /^1:1 A line that begins with "%" is a %YAML/,
  },
  {
    name: "an alias in place of an object to merge",
    text: "a: &a [{b: 1}]\nc: {<<: *a}\n",
    want: '2:9 "<<" needs an object or a list of objects',
  },
  { name: "a control character", text: "a: \u0007\n", want: "1:4 The control character U+0007 is not allowed in YAML" },
])("readManifest() refuses $name, at its place", ({ text, want }) => {
  const [first] = read(text).filter((value) => typeof value === "string");
  expect(first).toMatch(want);
});
