/** Why a document cannot be read, and where. */
export interface DocumentProblem {
  readonly message: string;
  /** Where in the text, in UTF-16 units. */
  readonly offset: number;
}

/** Deeper documents are refused: the deepest CustomResourceDefinitions in use nest about 80 levels. */
export const maxDepth = 500;

/** A document may hold this many values, aliases counted as often as they are used. */
export const maxValues = 2_000_000;
