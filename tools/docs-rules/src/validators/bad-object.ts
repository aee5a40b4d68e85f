/** A small object with one fault, for the function of the API server that finds it. */
export interface BadObject {
  /** The requirement of the rule, in one sentence. */
  readonly summary: string;
  readonly object: Readonly<Record<string, unknown>>;
}
