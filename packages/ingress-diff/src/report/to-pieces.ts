/** The pieces of what a format gives, which may be one text; a text by itself would fall into characters. */
export function toPieces(report: string | Iterable<string>): Iterable<string> {
  return typeof report === "string" ? [report] : report;
}
