/** What the writers of a page's parts need to know about the rest of the site. */
export interface PageContext {
  /** The relative path from this page to the site's folder: `../../`, or nothing. */
  readonly root: string;
  /** The link to the page of a definition, relative to this page; undefined where it has none. */
  readonly hrefOf: (definition: string) => string | undefined;
  /** Writes a description; the same texts are on many pages, so a site remembers them. */
  readonly prose: (text: string) => string;
}
