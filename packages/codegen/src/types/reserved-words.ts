const reservedNames: ReadonlySet<string> = new Set(
  ("await break case catch class const continue debugger default delete do else enum export extends false finally for " +
    "function if implements import in instanceof interface let new null package private protected public return static " +
    "super switch this throw true try typeof var void while with yield arguments eval").split(" "),
);

const reservedTypes: ReadonlySet<string> = new Set(
  "any bigint boolean never number object string symbol undefined unknown void type".split(" "),
);

/** Tells whether a name cannot be that of a function. */
export function isReservedName(name: string): boolean {
  return reservedNames.has(name);
}

/** Tells whether a name cannot be that of an interface, or would hide a type that the emitted text uses. */
export function isReservedType(name: string): boolean {
  return reservedNames.has(name) || reservedTypes.has(name) || name === "OptionalTypeMeta" || name === "globalThis";
}
