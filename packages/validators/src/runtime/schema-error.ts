/**
 * One error as the generated code notes it: AJV's error object without its message.
 *
 * The path is a JSON pointer from the value that the function was given, with one addition: the segment of a map's key
 * follows an empty segment, `/metadata/labels//app`, which tells it from a field.
 */
export interface SchemaError {
  instancePath: string;
  readonly keyword: string;
  readonly params: {
    /** Of `type`: what was expected. */
    readonly type?: string;
    /** Of `check`: the format that was expected. */
    readonly check?: string;
    /** Of `closed`: the unknown field, and those that are known. */
    readonly key?: string;
    readonly known?: Iterable<string>;
    /** Of `choice`: what is allowed, and how the server reports another value. */
    readonly choice?: Choice;
    /** Of `required` and `present`: the absent field. */
    readonly missingProperty?: string;
    /** Of limits: the limit, and how it compares. */
    readonly limit?: number;
    readonly comparison?: string;
    readonly multipleOf?: number;
    /** Of `values`: those that are allowed. */
    readonly allowed?: readonly unknown[];
    /** Of `matches`: the pattern as the schema has it. */
    readonly pattern?: string;
    /** Of `formatted`. */
    readonly format?: string;
    /** Of `distinct`: the fields by which items are distinguished. */
    readonly keys?: readonly string[] | null;
    /** Of `exactlyOne`: how many alternatives fit. */
    readonly count?: number;
  };
}

/** The values that the API server takes for a field. */
export interface Choice {
  readonly allowed: readonly string[];
  /** What `""` is: the same as absent, or a value that is missing. */
  readonly empty?: "absent" | "missing";
  /** True where the server names the field or list that holds the value. */
  readonly isOnParent?: boolean;
  /** True where it says `Invalid` instead of `NotSupported`. */
  readonly isInvalid?: boolean;
}

/** A generated function. It leaves its errors on itself, as AJV's functions do; the next call replaces them. */
export interface StructureValidator {
  (value: unknown): boolean;
  errors?: SchemaError[] | null;
}

/** Adds an error to those so far. */
export function noteError(
  errors: SchemaError[] | null,
  instancePath: string,
  keyword: string,
  params: SchemaError["params"],
): SchemaError[] {
  const all = errors ?? [];
  all.push({ instancePath, keyword, params });
  return all;
}

/** Adds the error that a value is not what was expected: a type of JSON, or a format by its name in the generated code. */
export function noteType(errors: SchemaError[] | null, instancePath: string, type: string): SchemaError[] {
  return noteError(errors, instancePath, "type", { type });
}

/** Adds the error that a field is absent. */
export function noteMissing(
  errors: SchemaError[] | null,
  instancePath: string,
  missingProperty: string,
): SchemaError[] {
  return noteError(errors, instancePath, "required", { missingProperty });
}

/**
 * Adds the errors of a called function to those of its caller, and puts the caller's path in front of theirs.
 *
 * @param errors The caller's errors so far; they are added to in place.
 * @param nested The called function's errors, which nothing else refers to.
 * @param path Where the caller met the value.
 */
export function nestErrors(errors: SchemaError[] | null, nested: SchemaError[], path: string): SchemaError[] {
  const all = errors ?? [];
  for (const error of nested) {
    error.instancePath = path + error.instancePath;
    all.push(error);
  }
  return all;
}

/** Writes a map's key as a segment of a JSON pointer. */
export function escapeKey(key: string): string {
  return key.replace(/~/g, "~0").replace(/\//g, "~1");
}

/** Reads a segment of a JSON pointer. */
export function unescapeKey(segment: string): string {
  return segment.replace(/~1/g, "/").replace(/~0/g, "~");
}
