/** What the scanner makes of a text, one after another. */
export type Token =
  | MarkToken
  | { readonly type: "scalar"; readonly start: number; readonly value: string; readonly isPlain: boolean }
  | { readonly type: "alias" | "anchor"; readonly start: number; readonly name: string }
  | { readonly type: "tag"; readonly start: number; readonly handle: string; readonly suffix: string }
  | { readonly type: "versionDirective"; readonly start: number; readonly version: string }
  | { readonly type: "tagDirective"; readonly start: number; readonly handle: string; readonly prefix: string };

/** A token that is nothing but its place. */
export interface MarkToken {
  readonly type:
    | "documentStart"
    | "documentEnd"
    | "streamEnd"
    | "blockList"
    | "blockObject"
    | "blockEnd"
    | "flowList"
    | "flowListEnd"
    | "flowObject"
    | "flowObjectEnd"
    | "entry"
    | "flowEntry"
    | "key"
    | "value";
  readonly start: number;
  /** Of a key: it begins with "?". */
  readonly isExplicit?: boolean;
}

/** Never a part of the text itself: it may be a Secret's. */
const words: Readonly<Record<Token["type"], string>> = {
  scalar: "text",
  alias: "an alias",
  anchor: "an anchor",
  tag: "a tag",
  documentStart: '"---"',
  documentEnd: '"..."',
  streamEnd: "the end",
  blockList: 'a "-" with another indentation',
  blockObject: "a key with another indentation",
  blockEnd: "the end of what is indented",
  flowList: '"["',
  flowListEnd: '"]"',
  flowObject: '"{"',
  flowObjectEnd: '"}"',
  entry: '"-"',
  flowEntry: '","',
  key: "a key",
  value: '":"',
  versionDirective: "a %YAML line",
  tagDirective: "a %TAG line",
};

/** Names a token for a message. */
export function describeToken(token: Token): string {
  return token.type === "key" && token.isExplicit ? '"?"; quote text that contains it' : words[token.type];
}
