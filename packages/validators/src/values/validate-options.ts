/** How to judge an object. */
export interface ValidateOptions {
  /**
   * The release of the API server whose rules apply, such as `1.30`, `v1.30` or `v1.30.2`. Default: that
   * of the module, which is 1.36 where its path names none. `validate()` selects the schema by it as well; the validator of
   * one kind selects among the rules only, and the structure is that of its module.
   */
  readonly kubernetesVersion?: string;
  /** What a field that does not exist is: an issue, or nothing, as for a server without strict validation. Default: `error`. */
  readonly unknownFields?: "error" | "ignore";
}
