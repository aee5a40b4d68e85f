/** Something that a reader noticed about its input: nothing is dropped without a diagnostic. */
export interface Diagnostic {
  /** A stable code, such as `KEYWORD_UNKNOWN`. */
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  /** The place, such as `definitions.io.k8s.api.core.v1.Pod.properties.spec`. */
  readonly place: string;
  readonly message: string;
}
