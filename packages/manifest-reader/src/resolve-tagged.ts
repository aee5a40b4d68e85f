import { isTimestamp } from "./is-timestamp.ts";
import { integerOf, resolveScalar } from "./resolve-scalar.ts";

const prefix = "tag:yaml.org,2002:";

/** Resolves a scalar that has an explicit tag, as kubectl does; the text of the problem where it has no such value. */
export function resolveTagged(tag: string, text: string): { readonly value: unknown } | { readonly problem: string } {
  if (!tag.startsWith(prefix)) return { value: text };
  const name = tag.slice(prefix.length);
  if (name === "binary") return decodeBase64(text);
  if (!checked.has(name)) return { value: text };
  const value = resolveScalar(text);
  const isOfType = typesOf(value, text).includes(name);
  if (!isOfType) return problemOf(name);
  return { value: name === "timestamp" ? text : value };
}

/** The tags whose values go-yaml checks; with any other a scalar is text. */
const checked: ReadonlySet<string> = new Set(["null", "bool", "int", "float", "timestamp"]);

function typesOf(value: unknown, text: string): readonly string[] {
  if (value === null) return ["null"];
  if (typeof value === "boolean") return ["bool"];
  if (typeof value !== "number") return isTimestamp(text) ? ["timestamp"] : [];
  const integer = integerOf(text);
  if (integer === undefined) return ["float"];
  return integer < 2n ** 63n ? ["int", "float"] : ["int"];
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

function decodeBase64(text: string): { readonly value: unknown } | { readonly problem: string } {
  const digits = text.replaceAll(/[\r\n]/g, "");
  if (!base64.test(digits)) return problemOf("binary");
  const bytes = Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
  return { value: decodeUtf8(bytes) };
}

/** JSON has no bytes: Go makes U+FFFD of each that is not UTF-8. */
function decodeUtf8(bytes: Uint8Array): string {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text = "";
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    try {
      text += decoder.decode(bytes.subarray(at, at + length));
      at += length;
    } catch {
      text += "\ufffd";
      at++;
    }
  }
  return text;
}

/** Without the value, which may be a Secret's. */
function problemOf(name: string): { readonly problem: string } {
  return { problem: `The value is not a valid !!${name}` };
}
