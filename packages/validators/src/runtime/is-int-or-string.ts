import { isInt32 } from "./is-integer.ts";

/** Tells whether a value is what Kubernetes calls IntOrString: a string, or a whole number that fits 32 bits. */
export function isIntOrString(value: unknown): boolean {
  return typeof value === "string" || isInt32(value);
}
