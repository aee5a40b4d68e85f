import { escapeText } from "@kubeschema/command-kit/escape-text";
import { pad, textWidth } from "@kubeschema/command-kit/wrap-text";
import type { EvaluatedRoute, EvaluatedSource, Evaluation } from "../evaluate/evaluation.ts";
import { formatBackend } from "../routes/format-backend.ts";

const header = [
  "STATE",
  "NAMESPACE",
  "INGRESS",
  "CLASS",
  "ADDRESS",
  "HOST",
  "PATH",
  "TYPE",
  "TLS",
  "BACKEND",
  "READY",
  "FINDINGS",
] as const;

/**
 * Formats a table with one line for each route, its columns as wide as their longest cell, as `kubectl get -o wide`
 * does. What is absent is `-`, so that a line always splits into the same number of cells.
 */
export function formatWideReport({ sources }: Evaluation): string {
  const rows = sources.flatMap((source) => source.routes.map((route) => cellsOf(source, route)));
  const table = [header, ...rows];
  const widths = header.map((_, column) =>
    table.reduce((most, row) => Math.max(most, textWidth(row[column] ?? "")), 0)
  );
  return table.map((row) => `${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join("  ").trimEnd()}\n`).join(
    "",
  );
}

function cellsOf(
  { source }: EvaluatedSource,
  { route, state, endpoints, findings }: EvaluatedRoute,
): readonly string[] {
  return [
    state,
    source.ref.namespace,
    source.ref.name,
    source.className ?? "",
    source.addresses.join(","),
    route.host || "*",
    route.path,
    route.pathType,
    route.tls === undefined ? "" : route.tls.secret?.name ?? "default",
    formatBackend(route.backend),
    endpoints === undefined ? "" : `${endpoints.ready}/${endpoints.total}`,
    [...new Set(findings.map(({ rule, outcome }) => outcome === "fail" ? rule : `${rule}?`))].join(","),
  ].map((cell) => cell === "" ? "-" : escapeText(cell).replaceAll(" ", "\\u{20}"));
}
