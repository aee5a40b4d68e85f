/** A kind whose `apiVersion` and `kind` may be left out: what a builder takes, and how list and watch deliver items. */
export type OptionalTypeMeta<T extends TypeMeta> = Omit<T, keyof TypeMeta> & Partial<Pick<T, keyof TypeMeta>>;

/** What tells the kind of an object; Kubernetes calls it TypeMeta. */
export interface TypeMeta {
  apiVersion: string;
  kind: string;
}

/** Puts `apiVersion` and `kind` first, and keeps the rest as it is. The generated builders call it. */
export function withTypeMeta<T extends TypeMeta>(
  apiVersion: T["apiVersion"],
  kind: T["kind"],
  object: OptionalTypeMeta<T>,
): T {
  // The first two keys keep their place at the front. T is its TypeMeta and the rest, which Omit hides from the compiler.
  return Object.assign({ apiVersion, kind }, object, { apiVersion, kind }) as unknown as T;
}

/** Tells whether a value is an object of a kind, by `apiVersion` and `kind` alone. The generated guards call it. */
export function hasTypeMeta(value: unknown, apiVersion: string, kind: string): boolean {
  return typeof value === "object" && value !== null && "apiVersion" in value && value.apiVersion === apiVersion &&
    "kind" in value && value.kind === kind;
}
