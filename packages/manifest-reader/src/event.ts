/** What a document is made of, one part after another: what a reader constructs and finds places from. */
export type Event = ScalarEvent | AliasEvent | CollectionEvent | EndEvent;

export interface ScalarEvent {
  readonly type: "scalar";
  /** In UTF-16 units; `undefined` for a value that was left out. */
  readonly start: number | undefined;
  readonly value: string;
  /** Whether the text itself tells the type of the value. */
  readonly isImplicit: boolean;
  /** In full; empty where there is none. */
  readonly tag: string;
  readonly anchor: string;
}

export interface AliasEvent {
  readonly type: "alias";
  readonly start: number;
  readonly name: string;
}

/** The start of a list or an object; its parts follow, an object's keys and values in turn, and its end. */
export interface CollectionEvent {
  readonly type: "list" | "object";
  readonly start: number;
  readonly anchor: string;
}

export interface EndEvent {
  readonly type: "end";
}
