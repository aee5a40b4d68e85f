import {
  type CelInput,
  type CelMap,
  celMap,
  type CelMapType,
  CelScalar,
  type CelValue,
  isCelMap,
  mapType,
} from "@bufbuild/cel";

/** The type that values of the types below have for the library, whose own types cannot be added to. */
export const taggedMap: CelMapType = mapType(CelScalar.DYN, CelScalar.DYN);

// No field of an object has this name: a rule cannot refer to a name with a space.
const typeKey = "type of value";

/** Makes a value of a type that Kubernetes adds to CEL; values with the same parts are equal. */
export function tagged(type: string, parts: Readonly<Record<string, CelInput>>): CelMap {
  return celMap(new Map<string, CelInput>([[typeKey, type], ...Object.entries(parts)]));
}

/**
 * Reads a part of such a value.
 *
 * @throws {TypeError} If it is of another type.
 */
export function partOf(value: CelValue, type: string, part: string): CelValue | undefined {
  if (!isCelMap(value) || value.get(typeKey) !== type) throw new TypeError(`found no matching overload: no ${type}`);
  return value.get(part);
}
