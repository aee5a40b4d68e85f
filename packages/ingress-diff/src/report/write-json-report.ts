import type { EvaluatedSource, Evaluation } from "../evaluate/evaluation.ts";
import { escapeUnsafe, type JsonReportOptions, toJsonIngress, toJsonReportHead } from "./json-report.ts";

/** About as long is what is written at a time. */
const chunkLength = 65_536;

/**
 * Writes the JSON report piece by piece, so that the text of a large cluster is never in memory as a whole. Ends with a
 * line break. Each route is one line, and so is the rest of an Ingress.
 */
export function* writeJsonReport(evaluation: Evaluation, options: JsonReportOptions = {}): Generator<string> {
  let chunk = "";
  for (const piece of piecesOf(evaluation, options)) {
    chunk += piece;
    if (chunk.length < chunkLength) continue;
    yield escapeUnsafe(chunk);
    chunk = "";
  }
  yield escapeUnsafe(`${chunk}\n`);
}

/** Formats the JSON report, with a line break at the end. */
export function formatJsonReport(evaluation: Evaluation, options: JsonReportOptions = {}): string {
  return [...writeJsonReport(evaluation, options)].join("");
}

function* piecesOf(evaluation: Evaluation, options: JsonReportOptions): Generator<string> {
  const { findings, ...head } = toJsonReportHead(evaluation, options);
  // Without the brace at its end, so that the two lists can follow.
  yield JSON.stringify(head, undefined, 2).slice(0, -2);
  yield ',\n  "ingresses": ';
  yield* listOf(evaluation.sources, ingressText);
  yield ',\n  "findings": ';
  yield* listOf(findings, (finding) => JSON.stringify(finding, undefined, 2).replaceAll("\n", "\n    "));
  yield "\n}";
}

function* listOf<T>(items: readonly T[], format: (item: T) => string): Generator<string> {
  if (items.length === 0) return yield "[]";
  for (const [index, item] of items.entries()) yield `${index === 0 ? "[" : ","}\n    ${format(item)}`;
  yield "\n  ]";
}

function ingressText(source: EvaluatedSource): string {
  const { routes, ...rest } = toJsonIngress(source);
  const lines = routes.map((route) => `\n      ${JSON.stringify(route)}`);
  const list = lines.length === 0 ? "[]" : `[${lines.join(",")}\n    ]`;
  return `${JSON.stringify(rest).slice(0, -1)},"routes":${list}}`;
}
