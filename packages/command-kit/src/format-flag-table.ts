import type { AnyFlagTable } from "./flag.ts";
import { describeFlag } from "./flag-spelling.ts";
import { formatFlagUsage } from "./format-help.ts";
import { pad, textWidth } from "./wrap-text.ts";

/** Writes the flags of a command as a table of Markdown, aligned as `deno fmt` aligns it. */
export function formatFlagTable(flags: AnyFlagTable): string {
  const rows = Object.entries(flags).filter(([, { isHidden }]) => isHidden !== true).map(([option, flag]) =>
    [`\`${formatFlagUsage(option, flag).trim()}\``, describeFlag(flag)].map((cell) => cell.replaceAll("|", "\\|"))
  );
  const all = [["flag", "meaning"], ...rows];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => textWidth(row[column] ?? ""))));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0)).join(" | ")} |\n`;
  const [head = [], ...body] = all;
  return line(head) + line(widths.map((width) => "-".repeat(width))) + body.map(line).join("");
}
