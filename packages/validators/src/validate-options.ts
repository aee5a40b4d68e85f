/** How to judge an object. */
export interface ValidateOptions {
  /**
   * The release of the API server whose rules apply, such as `1.30`, `v1.30` or `v1.30.2`. Default: 1.36.
   * It selects among the rules; the structure is that of the schema that this package was made from.
   */
  readonly kubernetesVersion?: string;
  /** What a field that does not exist is: an issue, or nothing, as for a server without strict validation. Default: `error`. */
  readonly unknownFields?: "error" | "ignore";
}
