import * as fc from "fast-check";
import { expect, test } from "vitest";
import { construct } from "./construct.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import { parseYaml } from "./yaml/parser.ts";

const manifest = `# An Ingress
apiVersion: networking.k8s.io/v1
kind: Ingress # of the shop

metadata:
  name: web
  labels: {}
  annotations:
    example.com/hash: "a # b: c"
    note: 'it is'
    empty: ""
    nothing:
    config: |
      location / {

        return 200 -- ok;
    \x20
      }

      # kept
    stripped: |-
      one
# a comment at the edge
spec:
  replicas: 3
  share: 25%
  ratio: -1.5
  mode: 0644
  isOn: yes
  url: http://a.example.com:80/b#c
  command: ["sh", '-c', -x, 8080, true, a.b/c]
  none: []
  tls:
  - hosts:
    - a.example.com
    - "*.example.com"
    secretName: -web
  rules:
    - host: a.example.com
      http:
        paths:
          -   path: /
              pathType: Prefix

    # another
    - host: é 漢字
    - --port=80
    - |
      text
    - {}
`;

/** What the parser of all of YAML makes of it; `undefined` where something is wrong. */
function readAll(text: string): { readonly value: unknown; readonly start: number } | undefined {
  try {
    const { events, ignoredAt } = parseYaml(text, () => 0);
    const result = construct(events);
    const [root] = events;
    if ("problem" in result || ignoredAt !== undefined || root === undefined || root.type === "end") return undefined;
    return { value: result.value, start: root.start ?? -1 };
  } catch {
    return undefined;
  }
}

function agrees(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  expect(plain, text).toStrictEqual(readAll(text));
  return true;
}

test("readPlainYaml() reads what manifests are made of", () => {
  expect(agrees(manifest)).toBe(true);
  expect(readPlainYaml(manifest)?.start).toBe(manifest.indexOf("apiVersion"));
});

const seed = 1;

const fragments = [
  ...[
    "a:",
    "b: ",
    "- ",
    "-",
    "- a",
    "- a: b",
    "a: b",
    "a: 1",
    "a: |",
    "a: |-",
    "- |",
    "a: >",
    "a: |2",
    "a: |+",
    "- - b",
  ],
  ...["# c", "a: b # c", "a: b #c", "a: #", "a: b#c", "a:b", "a : b", "a: b: c", "a: b:", "a: :b", "a: -", "a: - b"],
  ...[
    'a: "b"',
    "a: 'b'",
    "a: 'b''c'",
    'a: "b\\n"',
    'a: "b" c',
    'a: "b"#',
    "a: ''",
    'a: "',
    "a: [b, c]",
    "a: [b, c",
    "a: []",
  ],
  ...[
    "a: [b,]",
    "a: [b: c]",
    "a: ['b', \"c\",1]",
    "a: [b]c",
    "a: {}",
    "a: {b: c}",
    "a: {}b",
    "- {}",
    "- []",
    "- [a]",
    "a: [-]",
  ],
  ...["yes: 1", "y: 1", "null: 1", "1: 1", "on: 1", "~: 1", "<<: {}", "__proto__: 1", "constructor: 1", "a/b.c-d_e: 1"],
  ...[
    "a: .inf",
    "a: .nan",
    "a: 1e999",
    "a: 0x1F",
    "a: 0o7",
    "a: -0",
    "a: ~",
    "a: null",
    "a: No",
    "a: 1:30",
    "a: =",
    "- .inf",
  ],
  ...[
    "a: &b c",
    "a: *b",
    "a: !!str 1",
    "? a",
    ": b",
    "---",
    "...",
    "%YAML 1.2",
    "a: @b",
    "a: `b",
    "a: %b",
    "a: b\t",
    "a:\tb",
  ],
  ...[
    "\ta: b",
    "a: b\r",
    "",
    " ",
    "text",
    "more text",
    "é: ü",
    "a: é",
    "a: \u2028",
    "a: 😀",
    "a: \u0085",
    "a: \u0007",
    "b",
    "|",
    "a: |\u0020",
  ],
  ...[
    "b:",
    "c:",
    "d:",
    "a: ?b",
    "a: ,",
    "a: ]",
    "- b: 1",
    "-   b: 2",
    '- "a": b',
    '"a": b',
    "'a': b",
    "a: |#",
    "a: | # c",
    "a: b  ",
  ],
];

test("readPlainYaml() makes the same of any lines as the parser of all of YAML, or is in doubt", () => {
  let count = 0;
  const indent = fc.constantFrom("", "", "  ", "  ", "    ", " ", "      ", "   ");
  const usual = fc.constantFrom("a:", "- a: b", "- b", "a: b", "a: |", "# c", "", "a: [b]", 'a: "b"', "a: b # c");
  const fragment = fc.oneof({ weight: 2, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom(...fragments) });
  const line = fc.tuple(indent, fragment).map(([spaces, text]) => spaces + text);
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.boolean(), (lines, areKeysDistinct) => {
      const texts = areKeysDistinct ? lines.map((text, index) => text.replace("a:", `k${index}:`)) : lines;
      if (agrees(`${texts.join("\n")}\n`)) count++;
    }),
    { numRuns: 20_000, seed },
  );
  expect(count).toBeGreaterThan(500);
});

test("readPlainYaml() makes the same of a manifest with faults, or is in doubt", () => {
  let count = 0;
  const piece = fc.oneof(
    fc.constantFrom(..."\n :-#'\"|[]{},&*!?~a1\t", ": ", " #", "\n\n", "\n  ", "- ", "  "),
    fc.constant(""),
  );
  const change = fc.record({ at: fc.nat(manifest.length), length: fc.nat(4), piece });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      let text = manifest;
      for (const { at, length, piece } of changes) text = text.slice(0, at) + piece + text.slice(at + length);
      if (agrees(text)) count++;
    }),
    { numRuns: 5_000, seed },
  );
  expect(count).toBeGreaterThan(500);
});

test.each([
  { name: "a key that is duplicated", text: "a: 1\nb:\n  c: 1\n  c: 2\n" },
  { name: "a name that objects take for more", text: "__proto__:\n  a: 1\n" },
  { name: "101 levels", text: Array.from({ length: 102 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join("") },
  { name: "no end of the last line", text: "a: 1" },
  { name: "an open quote", text: 'a: "b\n' },
])("readPlainYaml() is in doubt about $name", ({ text }) => {
  expect(readPlainYaml(text)).toBeUndefined();
});
