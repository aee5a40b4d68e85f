import { expect, test } from "vitest";
import { splitDocuments } from "./split-documents.ts";

const alphabet = ["\n", "\r", "-", "#", " ", "\t", "a"] as const;
const longest = 8;

test(`splitDocuments() ends and loses no byte for any text of up to ${longest} characters that separators are made of`, () => {
  let count = 0;
  const visit = (text: string): void => {
    count++;
    const fault = faultOf(text);
    if (fault !== undefined) expect.fail(`${JSON.stringify(text)}: ${fault}`);
    if (text.length === longest) return;
    for (const character of alphabet) visit(text + character);
  };
  visit("");
  expect(count).toBe((alphabet.length ** (longest + 1) - 1) / (alphabet.length - 1));
});

/** What is wrong with how a text is split; the parts and the lines between them make up the whole. */
function faultOf(text: string): string | undefined {
  let end = 0;
  for (const { text: part, start } of splitDocuments(text)) {
    if (part === "") return "a part is empty";
    if (start < end) return "a part begins in the one before";
    if (start > end && !isSeparatorLine(text, end, start)) return `${end} to ${start} is lost`;
    for (let index = 0; index < part.length; index++) {
      if (part.charCodeAt(index) !== text.charCodeAt(start + index)) return `a part is not the text at ${start}`;
    }
    end = start + part.length;
  }
  return end === text.length || isSeparatorLine(text, end, text.length) ? undefined : `${end} to the end is lost`;
}

/** A text that ends a document, and no more than one line. */
function isSeparatorLine(text: string, start: number, end: number): boolean {
  const lineBreak = text.indexOf("\n", start);
  return text.startsWith("---", start) && (lineBreak === -1 ? end === text.length : lineBreak === end - 1);
}

test.each([
  { text: "\n---\n", want: ["\n"] },
  { text: "---\n---\n", want: ["---\n"] },
  { text: "a\n---\nb\n", want: ["a\n", "b\n"] },
  { text: "---\na\n---\t# c\r\nb", want: ["---\na\n", "b"] },
  { text: "a\n---\n---\nb\n", want: ["a\n", "---\nb\n"] },
  { text: "a\n--- b\nc\n", want: ["a\n", "--- b\n", "c\n"] },
  { text: " ---\na---\n--\n", want: [" ---\na---\n--\n"] },
])("splitDocuments() splits $text", ({ text, want }) => {
  expect([...splitDocuments(text)].map((part) => part.text)).toEqual(want);
});
