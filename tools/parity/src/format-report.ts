import type { KindReport } from "./compare-kind.ts";
import { isSameVerdict, type Verdict } from "./verdict.ts";

/** The part of an object that is shown; the rest is in the JSON. */
const mostCharacters = 2000;

/** Writes the rates of every kind as a table, followed by the differences by class. */
export function formatReport(reports: readonly KindReport[]): string {
  const rows = [
    ["kind", "objects", "accepted", "undecodable", "same verdict", "same faults"],
    ...reports.map((report) => [
      report.name,
      String(report.count),
      String(report.accepted),
      String(report.undecodable),
      percent(report.sameVerdict, report.count),
      percent(report.sameFaults, report.count),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length))) ?? [];
  const table = rows.map((row) =>
    row.map((cell, column) => column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))
      .join("  ")
  );
  return `${[...table, ...reports.flatMap(differenceLines)].join("\n")}\n`;
}

function percent(part: number, whole: number): string {
  // Never rounded up to 100.
  return `${(Math.floor(part / whole * 10000) / 100).toFixed(2)} %`;
}

/** Writes one line per class of difference, with its smallest object. */
function differenceLines({ name, differences }: KindReport): readonly string[] {
  const classes = Map.groupBy(differences, ({ server, ours, reason }) => {
    const verdict = isSameVerdict(server, ours) ? "faults differ" : "verdicts differ";
    const lines = `server only: ${only(server, ours)}; ours only: ${only(ours, server)}`;
    return reason === undefined ? `${verdict}; ${lines}` : `known: ${reason}`;
  });
  return [...classes].flatMap(([title, members]) => {
    const texts = members.map(({ object }) => JSON.stringify(object)).sort((a, b) => a.length - b.length);
    const [shortest = ""] = texts;
    const text = shortest.length > mostCharacters ? `${shortest.slice(0, mostCharacters)}…` : shortest;
    return ["", `${name}: ${members.length}x ${title}`, `  ${text}`];
  });
}

function only(lines: Verdict, others: Verdict): string {
  const own = lines.filter((line) => !others.includes(line)).map((line) => line.replace(/\[\d+\]/g, "[]"));
  return own.length === 0 ? "nothing" : [...new Set(own)].join(", ");
}
