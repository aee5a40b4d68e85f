import { compile, parse, postprocess, preprocess } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { textHtml } from "../../html/text-html.ts";
import { toPrintable } from "../../prose/to-printable.ts";

/** A heading of a page of Markdown. */
export interface Heading {
  readonly depth: number;
  readonly text: string;
  /** As on GitHub, so that a link to it works in both places. */
  readonly id: string;
}

/** The parts of a page that other pages refer to. */
export interface Outline {
  /** The text of the first heading of depth 1. */
  readonly title: string | undefined;
  /** The text of the first paragraph. */
  readonly lead: string;
  readonly headings: readonly Heading[];
}

/** Reads the headings and the first paragraph of a text. */
export function readOutline(markdown: string): Outline {
  const headings: Heading[] = [];
  const counts = new Map<string, number>();
  let lead: string | undefined;
  let depth = 0;
  let text = "";
  let isInLink = false;
  for (const [way, token, context] of parseMarkdown(markdown)) {
    const isEnter = way === "enter";
    if (token.type === "resource") isInLink = isEnter;
    else if (token.type === "atxHeading" || token.type === "paragraph") {
      if (isEnter) [text, depth] = ["", 0];
      else if (token.type === "paragraph") lead ??= text;
      else headings.push({ depth, text, id: headingId(text, counts) });
    } else if (isEnter || isInLink) continue;
    else if (token.type === "atxHeadingSequence" && depth === 0) depth = context.sliceSerialize(token).length;
    else if (textTokens.has(token.type)) text += context.sliceSerialize(token);
    else if (token.type === "lineEnding") text += " ";
  }
  return { title: headings.find((heading) => heading.depth === 1)?.text, lead: lead ?? "", headings };
}

/** What decides where links lead. */
export interface MarkdownLinks {
  /**
   * The target of a link on the site, for the one in the text.
   *
   * @returns Undefined to write the link's text alone.
   */
  readonly hrefOf: (destination: string) => string | undefined;
}

/**
 * Writes GitHub-flavoured Markdown as HTML. HTML in it is shown and not run, comments are dropped, and links to other
 * protocols than those of the web and mail are emptied. Images are not shown, since only files of the site may be loaded.
 *
 * @throws {TypeError} If a link defined apart from its text has no target.
 */
export function markdownHtml(markdown: string, { headings }: Outline, links: MarkdownLinks): string {
  const text = editText(markdown, links);
  const ids = headings.map(({ id }) => id);
  const html = compile({
    htmlExtensions: [scrollingTables(gfmHtml()), {
      enter: {
        atxHeadingText() {
          const id = textHtml(ids.shift() ?? "");
          this.tag(`<a id="${id}" href="#${id}">`);
        },
        // It scrolls where it is too wide, so it must be reachable with the keyboard.
        codeFenced() {
          this.lineEndingIfNeeded();
          this.tag('<pre tabindex="0"><code');
          this.setData("fencesCount", 0);
        },
      },
      exit: {
        atxHeadingText() {
          this.tag("</a>");
        },
      },
    }],
  })(parseMarkdown(text));
  // A character may also be written as a reference, such as "&#x202e;", so the text alone is not the place for this.
  return toPrintable(html);
}

type HtmlExtension = ReturnType<typeof gfmHtml>;
type Handle = NonNullable<NonNullable<HtmlExtension["enter"]>["paragraph"]>;
/** By the type of the token, of which micromark itself declares only those of CommonMark. */
type Handles = Readonly<Record<string, Handle>>;

/** Puts each table into a part that scrolls where it is too wide, which must be reachable with the keyboard, too. */
function scrollingTables({ enter = {}, exit = {}, ...others }: HtmlExtension): HtmlExtension {
  const entering: Handles = { ...enter };
  const leaving: Handles = { ...exit };
  const onOpen: Handle = function (token) {
    this.lineEndingIfNeeded();
    this.tag('<div class="wide" tabindex="0">');
    entering.table?.call(this, token);
  };
  const onClose: Handle = function (token) {
    leaving.table?.call(this, token);
    this.tag("</div>");
  };
  const around: { readonly enter: Handles; readonly exit: Handles } = {
    enter: { ...entering, table: onOpen },
    exit: { ...leaving, table: onClose },
  };
  return { ...others, ...around };
}

type Events = ReturnType<typeof postprocess>;

const textTokens: ReadonlySet<string> = new Set(["data", "codeTextData", "characterEscapeValue"]);

function parseMarkdown(text: string): Events {
  const extensions = [gfm(), { disable: { null: ["labelStartImage"] } }];
  return postprocess(parse({ extensions }).document().write(preprocess()(text, undefined, true)));
}

/** Makes the id of a heading as GitHub does; the second of the same text gets a number. */
function headingId(text: string, counts: Map<string, number>): string {
  const wanted = text.toLowerCase().replace(/[^\p{L}\p{N}_\- ]/gu, "").replaceAll(" ", "-") || "section";
  const count = counts.get(wanted) ?? 0;
  counts.set(wanted, count + 1);
  return count === 0 ? wanted : `${wanted}-${count}`;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Writes the targets of links into the text and drops comments before it becomes HTML, so that nothing finished is
 * changed.
 */
function editText(markdown: string, { hrefOf }: MarkdownLinks): string {
  const edits: Edit[] = [];
  let label = "";
  let destination: (Edit & { readonly isPage: boolean }) | undefined;
  for (const [way, token, context] of parseMarkdown(markdown)) {
    if (way === "enter") continue;
    const { start: { offset: start }, end: { offset: end } } = token;
    const isHtml = token.type === "htmlText" || token.type === "htmlFlow";
    // Comments are for who edits the text.
    if (isHtml && /^<!--[\s\S]*-->\s*$/.test(context.sliceSerialize(token))) edits.push({ start, end, text: "" });
    else if (token.type === "labelText") label = context.sliceSerialize(token);
    else if (token.type === "resourceDestinationString" || token.type === "definitionDestinationString") {
      const given = context.sliceSerialize(token);
      const href = hrefOf(given);
      destination = { start, end, text: href ?? "", isPage: href !== undefined };
      if (token.type === "resourceDestinationString") continue;
      if (href === undefined) throw new TypeError(`the link to "${given}" leads out of the pages`);
      edits.push(destination);
    } else if (token.type === "link" && destination !== undefined) {
      edits.push(destination.isPage ? destination : { start, end, text: label });
      destination = undefined;
    }
  }
  return edits.toReversed().reduce(
    (text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    markdown,
  );
}
