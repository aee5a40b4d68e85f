import { builtInCommands, builtInFlags, isSingle } from "./built-in.ts";
import type { AnyFlagTable } from "./flag.ts";
import { exitCodeMeanings, plainGroup, sentenceOf, usageOf } from "./format-help.ts";
import { formatFlagTable, formatTable } from "./format-flag-table.ts";
import type { Command, Program } from "./program.ts";
import type { World } from "./world.ts";

/** Writes all that a program's help says as a page of Markdown: commands, usage, flags, examples and exit codes. */
export function formatCommandReference<W extends World>(program: Program<W>): string {
  const { name, summary, examples, commands, notes = [] } = program;
  const parts = [
    `# Commands and flags of ${name}\n`,
    ...[summary, ...notes].map((text) => `${escapeMarkdown(text)}\n`),
    shellBlock(examples),
    formatTable(["command", "what it does"], commandRows(program)),
    "## Exit codes\n",
    formatTable(["code", "meaning"], exitCodeMeanings(program).map(([code, text]) => [String(code), text])),
    "`DEBUG=1` shows the stack of an error.\n",
    ...Object.entries(commands).flatMap(([command, definition]) => commandParts(program, command, definition)),
    "## Flags of every command\n",
    formatFlagTable(builtInFlags),
  ];
  return parts.join("\n");
}

function commandRows<W extends World>(program: Program<W>): readonly (readonly string[])[] {
  const own = Object.entries(program.commands).map(([command, { summary }]) => [
    `[\`${command}\`](#${command})`,
    command === program.defaultCommand && !isSingle(program)
      ? `${summary}; it runs where no command is named`
      : summary,
  ]);
  return [...own, ...Object.entries(builtInCommands).map(([command, summary]) => [`\`${command}\``, summary])];
}

function commandParts<W extends World>(program: Program<W>, name: string, command: Command<W>): readonly string[] {
  const { examples = [], flags } = command;
  const listed = Object.entries(flags).filter(([, { isHidden }]) => isHidden !== true);
  const groups = Map.groupBy(listed, ([, { group = plainGroup }]) => group);
  return [
    `## ${name}\n`,
    `${escapeMarkdown(sentenceOf(command))}\n`,
    shellBlock([usageOf(program, name, command)]),
    ...(examples.length === 0 ? [] : ["Examples:\n", shellBlock(examples)]),
    ...[...groups].flatMap(([group, members]) => {
      const table: AnyFlagTable = Object.fromEntries(members);
      return [`### ${group}\n`, formatFlagTable(table)];
    }),
  ];
}

function shellBlock(lines: readonly string[]): string {
  return `\`\`\`sh\n${lines.join("\n")}\n\`\`\`\n`;
}

/** Keeps the characters of a sentence of help from acting in Markdown. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<]/g, "\\$&");
}
