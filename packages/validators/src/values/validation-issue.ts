/**
 * What kind of fault an issue is.
 *
 * All but the last two are the API server's own, without the `FieldValue` that its Status puts in front. Those it answers
 * without a field: `TypeInvalid` is its 400 for a value of the wrong JSON type, `Unknown` the strict decoding error for a
 * field that does not exist.
 */
export type IssueType =
  | "Required"
  | "Invalid"
  | "NotSupported"
  | "Forbidden"
  | "Duplicate"
  | "TooLong"
  | "TooMany"
  | "NotFound"
  | "TypeInvalid"
  | "Unknown";

/**
 * One fault of one object.
 *
 * @see {@link https://pkg.go.dev/k8s.io/apimachinery/pkg/util/validation/field} for the types and paths of the API server
 */
export interface ValidationIssue {
  readonly type: IssueType;
  /** As the API server writes it: `spec.rules[0].http.paths[1].pathType`, `data[key]`; `""` is the object itself. */
  readonly fieldPath: string;
  /**
   * For people: a sentence that stands on its own after the field, `"Perfix" is not one of Exact, Prefix` or
   * `must be set when operator is In`. It has no period at its end.
   */
  readonly message: string;
  /**
   * The value at fault, as given; `undefined` where there is none, and where it must not be shown: the data of a Secret, and
   * what a CustomResourceDefinition marks with `format: password`. No other part of the issue holds such a value either.
   */
  readonly value: unknown;
  /** The values that are allowed, where there are few. */
  readonly allowed?: readonly string[];
  /** What to try: `did you mean "rules"?` or `quote it`. */
  readonly suggestion?: string;
  /**
   * Where the rule comes from: a file of the Kubernetes repository, and the function in it; for custom kinds their
   * CustomResourceDefinition, or the rule itself.
   */
  readonly source: string;
}
