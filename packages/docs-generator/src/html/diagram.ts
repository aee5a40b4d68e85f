import { textHtml } from "./text-html.ts";

/** A box of a diagram. */
export interface DiagramNode {
  readonly text: string;
  readonly href?: string;
}

/** Boxes of one side beyond this number are counted and not drawn. */
const mostBoxes = 7;
const [WIDTH, HEIGHT, GAP, COLUMN] = [200, 26, 8, 80];

/**
 * Draws what refers to a type, and what the type refers to: plain SVG in the page, with links, styled by the site's
 * stylesheet. Returns `""` where there is nothing to show.
 */
export function diagramSvg(centre: string, from: readonly DiagramNode[], to: readonly DiagramNode[]): string {
  if (from.length + to.length === 0) return "";
  const [left, right] = [limit(from), limit(to)];
  const rows = Math.max(left.length, right.length, 1);
  const height = rows * (HEIGHT + GAP) + GAP;
  const middle = height / 2;
  const centreX = left.length === 0 ? 0 : WIDTH + COLUMN;
  const rightX = centreX + WIDTH + COLUMN;
  const width = right.length === 0 ? centreX + WIDTH : rightX + WIDTH;
  const column = (nodes: readonly DiagramNode[], x: number): string =>
    nodes.map((node, index) => box(node, x, rowY(index, nodes.length, middle))).join("");
  const lines = [
    ...left.map((_, index) => line(WIDTH, rowY(index, left.length, middle), centreX, middle)),
    ...right.map((_, index) => line(centreX + WIDTH, middle, rightX, rowY(index, right.length, middle))),
  ];
  const label = `${centre}: used by ${names(from)}; uses ${names(to)}`;
  return `<div class="svg" tabindex="0" role="region" aria-label="Diagram"><svg viewBox="0 0 ${width} ${height}" ` +
    `width="${width}" height="${height}" role="group" aria-label="${textHtml(label)}">${lines.join("")}${
      column(left, 0)
    }<g class="c">${box({ text: centre }, centreX, middle)}</g>${column(right, rightX)}</svg></div>`;
}

function names(nodes: readonly DiagramNode[]): string {
  if (nodes.length === 0) return "nothing";
  return limit(nodes).map(({ text }) => text).join(", ");
}

function limit(nodes: readonly DiagramNode[]): readonly DiagramNode[] {
  if (nodes.length <= mostBoxes) return nodes;
  return [...nodes.slice(0, mostBoxes - 1), { text: `and ${nodes.length - mostBoxes + 1} more` }];
}

function rowY(index: number, count: number, middle: number): number {
  return middle + (index - (count - 1) / 2) * (HEIGHT + GAP);
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  const bend = (x1 + x2) / 2;
  return `<path d="M${x1} ${y1}C${bend} ${y1} ${bend} ${y2} ${x2} ${y2}"/>`;
}

function box({ text, href }: DiagramNode, x: number, y: number): string {
  const shown = text.length > 26 ? `${text.slice(0, 25)}…` : text;
  const drawn = `<rect x="${x + 0.5}" y="${y - HEIGHT / 2}" width="${WIDTH - 1}" height="${HEIGHT}" rx="4"/>` +
    `<text x="${x + WIDTH / 2}" y="${y + 4}">${textHtml(shown)}</text>`;
  return href === undefined ? `<g>${drawn}</g>` : `<a href="${textHtml(href)}">${drawn}</a>`;
}
