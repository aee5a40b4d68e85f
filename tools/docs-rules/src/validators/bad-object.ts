/** A small object with one fault, for the function of the API server that finds it. */
export interface BadObject {
  /** What the rule asks for, in one sentence. */
  readonly summary: string;
  readonly object: Readonly<Record<string, unknown>>;
}
