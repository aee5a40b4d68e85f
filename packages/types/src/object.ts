/** A kind whose `apiVersion` and `kind` may be left out: the argument of a builder, and an item of list and watch. */
export type OptionalTypeMeta<T extends TypeMeta> = Omit<T, keyof TypeMeta> & Partial<Pick<T, keyof TypeMeta>>;

/** The fields that identify the kind of an object; Kubernetes calls them TypeMeta. */
export interface TypeMeta {
  apiVersion: string;
  kind: string;
}

/** Puts `apiVersion` and `kind` first, and keeps the rest unchanged. The generated builders call it. */
export function withTypeMeta<T extends TypeMeta>(
  apiVersion: T["apiVersion"],
  kind: T["kind"],
  object: OptionalTypeMeta<T>,
): T {
  // The first two keys stay at the front. T is its TypeMeta and the rest, which Omit hides from the compiler.
  return Object.assign({ apiVersion, kind }, object, { apiVersion, kind }) as unknown as T;
}

/** Tells whether a value is an object of a kind, by `apiVersion` and `kind` alone. The generated guards call it. */
export function hasTypeMeta(value: unknown, apiVersion: string, kind: string): boolean {
  return typeof value === "object" && value !== null && "apiVersion" in value && value.apiVersion === apiVersion &&
    "kind" in value && value.kind === kind;
}
