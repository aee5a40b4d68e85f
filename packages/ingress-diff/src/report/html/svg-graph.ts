import { shorten } from "../shorten.ts";
import type { GraphEdge, GraphNode, RouteGraph } from "./route-graph.ts";
import { toHtml } from "./to-html.ts";

const rowHeight = 34;
const boxHeight = 26;
const top = 26;
const characterWidth = 7.3;

/** Left edge and width of each column. */
const columns = [
  { title: "host", x: 0, width: 260 },
  { title: "path", x: 320, width: 190 },
  { title: "backend", x: 570, width: 220 },
  { title: "endpoints", x: 850, width: 170 },
] as const;

const width = 1020;

/** Draws a graph as SVG. Its looks come from classes, since the page allows no inline style. */
export function formatGraph(graph: RouteGraph, label: string): string {
  const height = top + graph.rowCount * rowHeight + 2;
  return [
    `<svg viewBox="-2 0 ${width + 4} ${height}" width="${width + 4}" height="${height}" role="img" aria-label="${
      toHtml(label)
    }">`,
    ...columns.map(({ title, x }) => `<text class="head" x="${x + 2}" y="14">${title}</text>`),
    // What fails lies on top.
    ...(["ok", "unknown", "failing"] as const).flatMap((state) => graph.edges.filter((edge) => edge.state === state))
      .map((edge) => formatEdge(edge, graph.nodes)),
    ...graph.nodes.map(formatNode),
    "</svg>",
  ].join("\n");
}

function formatNode({ column, row, label, state }: GraphNode): string {
  const { x, width: boxWidth } = columns[column];
  const y = round(top + row * rowHeight);
  const text = shorten(label, Math.floor((boxWidth - 16) / characterWidth));
  // What is shortened can be read in full by pointing at it; the table has it too.
  const title = text === label ? "" : `<title>${toHtml(label)}</title>`;
  return `<g class="${state}">${title}<rect x="${x}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="5"/>` +
    `<text x="${x + 8}" y="${round(y + 17)}">${toHtml(text)}</text></g>`;
}

function formatEdge({ from, to, state }: GraphEdge, nodes: readonly GraphNode[]): string {
  const start = nodes[from];
  const end = nodes[to];
  if (start === undefined || end === undefined) return "";
  const { x, width: boxWidth } = columns[start.column];
  const x1 = x + boxWidth;
  const x2 = columns[end.column].x;
  const [y1, y2] = [start, end].map(({ row }) => round(top + row * rowHeight + boxHeight / 2));
  const middle = (x1 + x2) / 2;
  return `<path class="${state}" d="M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}"/>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
