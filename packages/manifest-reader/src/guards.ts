/** Deeper documents are refused: the deepest CustomResourceDefinitions in use nest about 80 levels. */
export const maxDepth = 500;

/** The most values of a document, with aliases counted as often as they are used. */
export const maxValues = 2_000_000;

/**
 * One YAML document may be this long, in UTF-16 units; an API server takes at most 3 MiB, a List holds many objects.
 */
export const maxDocumentLength: number = 64 * 1024 * 1024;

export const tooDeep: string = `It nests more than ${maxDepth} levels deep`;
export const tooMany: string = `It has more than ${maxValues} values, with aliases counted as often as they are used`;
export const tooLong: string = `It is longer than ${
  maxDocumentLength / 1024 / 1024
} Mi characters, the most that this reads as one document of YAML`;
