/** The facts about a kind that are needed to judge the metadata of its objects. */
export interface ObjectKind {
  readonly apiVersion: string;
  readonly kind: string;
  /** Absent where the kind has no endpoint of its own, such as an Eviction: its metadata is not judged. */
  readonly isNamespaced?: boolean;
}
