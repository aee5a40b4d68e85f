import { resolveScalar } from "./resolve-scalar.ts";

const prefix = "tag:yaml.org,2002:";

/** Resolves a scalar that has an explicit tag, as kubectl does; the text of the problem where it has no such value. */
export function resolveTagged(tag: string, text: string): { readonly value: unknown } | { readonly problem: string } {
  if (!tag.startsWith(prefix)) return { value: text };
  const name = tag.slice(prefix.length);
  const value = resolveScalar(text);
  const type = value === null ? "null" : typeof value;
  switch (name) {
    case "null":
      return type === "null" ? { value } : problemOf(name);
    case "bool":
      return type === "boolean" ? { value } : problemOf(name);
    case "int":
      return Number.isInteger(value) ? { value } : problemOf(name);
    case "float":
      return type === "number" ? { value } : problemOf(name);
    case "timestamp":
      return /^\d{4}-\d/.test(text) ? { value: text } : problemOf(name);
    case "binary":
      return decodeBase64(text);
    default:
      return { value: text };
  }
}

function decodeBase64(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    return { value: new TextDecoder().decode(bytes) };
  } catch {
    return problemOf("binary");
  }
}

/** The value itself is left out: it may be a part of a Secret. */
function problemOf(name: string): { readonly problem: string } {
  return { problem: `The value is not a valid !!${name}` };
}
