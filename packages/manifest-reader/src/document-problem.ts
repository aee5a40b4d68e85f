/** Why a document cannot be read, and where. */
export interface DocumentProblem {
  readonly message: string;
  /** Where in the text, in UTF-16 units. */
  readonly offset: number;
}
