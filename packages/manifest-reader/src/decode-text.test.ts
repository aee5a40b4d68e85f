import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { decodeText, unpackText } from "./decode-text.ts";

const text = "a: é漢😀\n";
const utf8 = new TextEncoder().encode(text);
const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));

test.each([
  { name: "UTF-8", bytes: utf8 },
  { name: "UTF-8 with a byte order mark", bytes: new TextEncoder().encode(`\ufeff${text}`) },
  { name: "UTF-16, as PowerShell writes it", bytes: utf16 },
  { name: "UTF-16 with the other byte order", bytes: new Uint8Array(Buffer.from(utf16).swap16()) },
])("decodeText() and unpackText() read $name", async ({ bytes }) => {
  expect(decodeText(bytes)).toBe(text);
  expect(await unpackText(bytes)).toBe(text);
  expect(await unpackText(new Uint8Array(gzipSync(bytes)))).toBe(text);
});

test.each([
  { name: "bytes that are not UTF-8", bytes: Uint8Array.of(0x61, 0xff), want: "it is not valid UTF-8" },
  { name: "half a character of UTF-16", bytes: Uint8Array.of(0xff, 0xfe, 0x61), want: "it is not valid UTF-16LE" },
  { name: "gzip, where nothing unpacks it", bytes: new Uint8Array(gzipSync(utf8)), want: "it is compressed with gzip" },
])("decodeText() refuses $name", ({ bytes, want }) => {
  expect(() => decodeText(bytes)).toThrow(new TypeError(want));
});

test.each([
  { name: "that is cut off", bytes: new Uint8Array(gzipSync(utf8)).slice(0, 20), want: "is cut off" },
  { name: "that is damaged", bytes: new Uint8Array(gzipSync(utf8)).fill(7, 10, 20), want: "is damaged" },
  { name: "of bytes that are not text", bytes: new Uint8Array(gzipSync(Uint8Array.of(0xff))), want: "valid UTF-8" },
])("unpackText() refuses gzip $name", async ({ bytes, want }) => {
  await expect(unpackText(bytes)).rejects.toThrow(want);
});
