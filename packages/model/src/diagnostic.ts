/** One thing that a reader noticed about its input: nothing is dropped without one. */
export interface Diagnostic {
  /** Stable, such as `KEYWORD_UNKNOWN`. */
  readonly code: string;
  readonly severity: "error" | "warning" | "info";
  /** Where, such as `definitions.io.k8s.api.core.v1.Pod.properties.spec`. */
  readonly place: string;
  readonly message: string;
}
