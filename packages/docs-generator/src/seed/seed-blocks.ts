import { seedInline } from "./seed-inline.ts";

const fencePattern = /^ *(`{3,}|~{3,})[ .]*(\S*) *$/;
const codePattern = /^ {4}/;
const itemPattern = /^( *)([*+-]|\d+\.) /;
const headingPattern = /^ *(#{1,6}) +(.+?) *#* *$/;

/** No real text nests lists this deeply; a row of bullets on one line could. */
const depthLimit = 20;

interface Rendered {
  readonly text: string;
  readonly isList: boolean;
}

/** Writes the blocks of a text as the seed's tools did: paragraphs, lists, and code by fence or by indent. */
export function seedBlocks(text: string): string {
  return renderBlocks(text.replace(/\t/g, "    ").split("\n"), true)
    .map(({ text: block }) => block)
    .join("\n\n");
}

/** @param splitsParagraphs False inside list items, where the lines of a tight item are one text. */
function renderBlocks(lines: readonly string[], splitsParagraphs: boolean, depth = 0): readonly Rendered[] {
  if (depth > depthLimit) return [block(seedInline(lines.join("\n")))];
  const blocks: Rendered[] = [];
  let index = 0;
  while (index < lines.length) {
    const rest = lines.slice(index);
    const [first = ""] = rest;
    if (first.trim() === "") index++;
    else if (codePattern.test(first)) {
      const length = countCode(rest);
      blocks.push(block(fenced("", rest.slice(0, length).map((line) => line.replace(codePattern, "")))));
      index += length;
    } else if (closingFence(rest) > 0) {
      const end = closingFence(rest);
      blocks.push(block(fenced(fencePattern.exec(first)?.[2] ?? "", rest.slice(1, end))));
      index += end + 1;
    } else if (headingPattern.test(first)) {
      blocks.push(block(heading(headingPattern.exec(first) ?? [])));
      index++;
    } else if (itemPattern.test(first)) {
      const length = countList(rest);
      blocks.push({ text: renderList(rest.slice(0, length), depth + 1), isList: true });
      index += length;
    } else {
      const length = countParagraph(rest, splitsParagraphs);
      blocks.push(block(seedInline(rest.slice(0, length).join("\n"))));
      index += length;
    }
  }
  return blocks.filter(({ text }) => text !== "");
}

function block(text: string): Rendered {
  return { text, isList: false };
}

function fenced(language: string, lines: readonly string[]): string {
  return `\`\`\`${language}\n${lines.join("\n").replace(/\n+$/, "")}\n\`\`\``;
}

function heading([, signs = "", text = ""]: readonly string[]): string {
  const content = seedInline(text);
  return signs.length > 2
    ? `${signs} ${content}`
    : `${content}\n${(signs.length === 1 ? "=" : "-").repeat(content.length)}`;
}

/** Returns the index of the line that closes the fence of the first line; 0 if there is none. */
function closingFence(lines: readonly string[]): number {
  const fence = fencePattern.exec(lines[0] ?? "")?.[1];
  if (fence === undefined) return 0;
  return Math.max(0, lines.findIndex((line, index) => index > 0 && line.trim() === fence));
}

function countCode(lines: readonly string[]): number {
  const end = lines.findIndex((line) => line !== "" && !codePattern.test(line));
  return end < 0 ? lines.length : end;
}

function countParagraph(lines: readonly string[], splits: boolean): number {
  const end = lines.findIndex((line, index) =>
    index > 0 &&
    (line.trim() === "" ||
      (splits || itemPattern.test(line) || codePattern.test(line)) && beginsBlock(lines.slice(index)))
  );
  return end < 0 ? lines.length : end;
}

function beginsBlock(lines: readonly string[]): boolean {
  const [first = ""] = lines;
  return itemPattern.test(first) || headingPattern.test(first) || closingFence(lines) > 0;
}

/** A list continues until a blank line is followed by something that is neither indented nor one of its items. */
function countList(lines: readonly string[]): number {
  const indent = itemPattern.exec(lines[0] ?? "")?.[1] ?? "";
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (line === "" || lines[index - 1] !== "") continue;
    if (!line.startsWith(" ") && itemPattern.exec(line)?.[1] !== indent) return index;
  }
  return lines.length;
}

function renderList(lines: readonly string[], depth: number): string {
  const items = splitItems(lines);
  const isOrdered = /\d/.test(itemPattern.exec(lines[0] ?? "")?.[2] ?? "");
  const start = Number.parseInt(itemPattern.exec(lines[0] ?? "")?.[2] ?? "1", 10);
  let isLoose = false;
  return items.map((item, index) => {
    const isLast = index === items.length - 1;
    isLoose ||= item.slice(0, -1).includes("") || (!isLast && item.at(-1) === "");
    const content = renderItem(item, isLoose, depth).replace(/\n/g, "\n    ");
    return `${isOrdered ? `${start + index}. ` : "*  "} ${content}${isLoose && !isLast ? "\n    \n" : "\n"}`;
  }).join("").trimEnd();
}

function splitItems(lines: readonly string[]): readonly (readonly string[])[] {
  const items: string[][] = [];
  let indent: string | undefined;
  for (const line of lines) {
    const found = itemPattern.exec(line)?.[1];
    if (found !== undefined && (indent === undefined || found === indent)) {
      indent = found;
      items.push([line]);
    } else items.at(-1)?.push(line);
  }
  return items;
}

function renderItem([first = "", ...others]: readonly string[], isLoose: boolean, depth: number): string {
  const bullet = /^ *(?:[*+-]|\d+\.) +/.exec(first)?.[0] ?? "";
  const outdent = new RegExp(`^ {1,${bullet.length}}`);
  const blocks = renderBlocks(
    [first.slice(bullet.length), ...others.map((line) => line.replace(outdent, ""))],
    isLoose,
    depth,
  );
  return blocks.map(({ text, isList }, index) => {
    if (index === 0) return text;
    return `${isList && index === blocks.length - 1 ? "\n" : "\n\n"}${text}`;
  }).join("");
}
