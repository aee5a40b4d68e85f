/**
 * Writes the text of one paragraph as the seed's tools did: they read it as Markdown, made HTML of it, and Markdown of
 * that again. They took words in angle brackets for tags, which are lost; stars and underscores around words are
 * emphasis.
 */
export function seedInline(text: string, depth = 0): string {
  if (depth > depthLimit) return escapeText(text);
  const out = new InlineWriter();
  let rest = text;
  while (rest !== "") rest = rest.slice(writeNext(rest, out, depth + 1));
  return out.finish();
}

/** No real text nests marks this deeply; a mere row of stars could. */
const depthLimit = 20;

/** Writes the first part of a text and returns its length; the order of the rules is that of the original reader. */
function writeNext(text: string, out: InlineWriter, depth: number): number {
  const escaped = /^\\([!-/:-@[-`{-~])/.exec(text);
  if (escaped) return out.text(escaped[1] ?? "", escaped[0]);
  const angled = /^<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*)>/.exec(text);
  if (angled) return out.link(escapeText(angled[1] ?? ""), angled[1] ?? "", angled[0]);
  const url = findUrl(text);
  if (url) return out.link(escapeText(url.text), url.href, url.text);
  const tag = tagPattern.exec(text);
  if (tag) return out.tag(tag[0]);
  const link = /^!?\[([^[\]]*)\]\(([^\s()]*)\)/.exec(text);
  if (link) return out.link(seedInline(link[1] ?? "", depth), link[2] ?? "", link[0]);
  const strong = /^\*\*(\S|\S[\s\S]*?\S)\*\*(?!\*)|^__(\S|\S[\s\S]*?\S)__(?!_)/.exec(text);
  if (strong) return out.raw(`**${seedInline(strong[1] ?? strong[2] ?? "", depth)}**`, strong[0]);
  const emphasis = findEmphasis(text);
  if (emphasis) return out.raw(`_${seedInline(emphasis.slice(1, -1), depth)}_`, emphasis);
  const code = /^(`+)\s*([\s\S]*?[^`]?)\s*\1(?!`)/.exec(text);
  if (code) return out.code(code[2] ?? "", code[0]);
  const plain = plainPattern.exec(text)?.[0] ?? text.charAt(0);
  return out.text(plain, plain);
}

const tagPattern =
  /^<(?:!--[\s\S]*?-->|\/[a-zA-Z][\w:-]*\s*>|[a-zA-Z][\w-]*(?:\s+[a-zA-Z:_][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*\s*\/?>)/;
const emailPattern =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)+(?![-_])/;
/** Text extends to the next character that may begin something else. */
const plainPattern = /^[\s\S]+?(?=[\\<![`*~]|https?:\/\/|ftp:\/\/|www\.|[\w.!#$%&'*+/=?^`{|}~-]{1,64}@|\b_|$)/;

function findUrl(text: string): { text: string; href: string } | undefined {
  const email = emailPattern.exec(text)?.[0];
  if (email !== undefined) return { text: email, href: `mailto:${email}` };
  const whole = /^(?:(?:ftp|https?):\/\/|www\.)(?:[a-zA-Z0-9-]+\.?)+[^\s<]*/.exec(text)?.[0];
  if (whole === undefined) return undefined;
  const url = trimUrl(whole);
  return { text: url, href: url.startsWith("www.") ? `http://${url}` : url };
}

/**
 * Removes the punctuation from the end; a closing bracket is kept unless its opening one came after the last letter.
 */
function trimUrl(url: string): string {
  const kept = /^(?:[^?!.,:;*_~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_~)]+(?!$))+/.exec(url)?.[0];
  return kept ?? url;
}

/** Stars and underscores close at the first matching sign that does not follow white space. */
function findEmphasis(text: string): string | undefined {
  return (/^_(?:\S|\S[\s\S]*?[^\s_])_(?!_)|^_[^\s_][\s\S]*?\S_(?!_)/.exec(text) ??
    /^\*(?:[^\s*]|\S[\s\S]*?[^\s*])\*(?!\*)|^\*[^\s*][\s\S]*?\S\*(?!\*)/.exec(text))?.[0];
}

/** Escapes a run of text as the original writer did; some signs only where the run begins. */
export function escapeText(text: string): string {
  return text
    .replace(/[\\*`[\]_]/g, "\\$&")
    .replace(/^-/, "\\-")
    .replace(/^\+ /, "\\+ ")
    .replace(/^=+/, "\\$&")
    .replace(/^#{1,6} /, "\\$&")
    .replace(/^~~~/, "\\$&")
    .replace(/^>/, "\\>")
    .replace(/^(\d+)\. /, "$1\\. ");
}

/** Collects text until something else follows, so that it is escaped in one piece. */
class InlineWriter {
  #out = "";
  #run = "";

  text(text: string, source: string): number {
    this.#run += text;
    return source.length;
  }

  tag(source: string): number {
    this.#endRun();
    return source.length;
  }

  code(text: string, source: string): number {
    const code = text.replace(/\s+/g, " ");
    return code.trim() === "" ? this.tag(source) : this.raw(`\`${code}\``, source);
  }

  link(text: string, href: string, source: string): number {
    return this.raw(isSafe.test(href) ? `[${text}](${href})` : text, source);
  }

  raw(markdown: string, source: string): number {
    this.#endRun();
    this.#out += markdown;
    return source.length;
  }

  finish(): string {
    this.#endRun();
    return this.#out.trim();
  }

  #endRun(): void {
    const run = decodeEntities(this.#run).replace(/[ \r\n\t]+/g, " ");
    const isAfterBlank = this.#out === "" || this.#out.endsWith(" ");
    this.#out += escapeTags(escapeText(isAfterBlank && run.startsWith(" ") ? run.slice(1) : run));
    this.#run = "";
  }
}

/** The original let every address through; no description has one that runs as a script. */
const isSafe = /^(?:(?:https?|ftp|mailto):|[^:\s]+$)/i;

/** The original let through what becomes a tag only when its entities are read, or when a tag inside it is removed. */
function escapeTags(text: string): string {
  return text.replace(/<(?=[/!?]|$|[a-zA-Z][\w+.-]*(?:[\s/>:]|$))/g, "\\<");
}

function decodeEntities(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (entity, name: string) => entities[name] ?? entity);
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
