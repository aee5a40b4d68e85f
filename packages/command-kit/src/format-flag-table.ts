import type { AnyFlagTable } from "./flag.ts";
import { describeFlag } from "./flag-spelling.ts";
import { formatFlagUsage } from "./format-help.ts";
import { pad, textWidth } from "./wrap-text.ts";

/** Writes the flags of a command as a table of Markdown. */
export function formatFlagTable(flags: AnyFlagTable): string {
  const listed = Object.entries(flags).filter(([, { isHidden }]) => isHidden !== true);
  return formatTable(
    ["flag", "meaning"],
    listed.map((
      [option, flag],
    ) => [`\`${formatFlagUsage(option, flag).trim()}\``, describeFlag(flag).replaceAll("<", "\\<")]),
  );
}

/** Writes a table of Markdown, aligned as `deno fmt` aligns it. */
export function formatTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll("|", "\\|")));
  const widths = head.map((_, column) => Math.max(...all.map((row) => textWidth(row[column] ?? ""))));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0)).join(" | ")} |\n`;
  const [first = [], ...body] = all;
  return line(first) + line(widths.map((width) => "-".repeat(width))) + body.map(line).join("");
}
