/** A text of a schema, read as people read it: paragraphs, lists and code. Everything else is plain text. */
export type Block =
  | { readonly type: "paragraph"; readonly content: readonly Inline[] }
  | { readonly type: "list"; readonly items: readonly (readonly Inline[])[] }
  | { readonly type: "code"; readonly text: string };

/** A part of a line. */
export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "code"; readonly text: string }
  /** A bare `http:` or `https:` URL in the text. */
  | { readonly type: "link"; readonly url: string }
  | { readonly type: "break" };
