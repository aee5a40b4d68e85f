import { allFlagsOf, builtInCommands, isSingle } from "./built-in.ts";
import { exitCode } from "./exit-code.ts";
import type { Flag } from "./flag.ts";
import { describeFlag, longName } from "./flag-spelling.ts";
import type { Command, Program } from "./program.ts";
import { pad, textWidth, wrapText } from "./wrap-text.ts";
import type { World } from "./world.ts";

/** The heading of flags that have none of their own. */
export const plainGroup = "Flags";
/** Left columns are at most this wide, and at most this part of the terminal: what is longer has a line of its own. */
const maxLeftWidth = 32;
const maxLeftPart = 0.4;

/** What `PROGRAM --help` prints: of the default command also its flags. */
export function formatProgramHelp<W extends World>(program: Program<W>, width: number): string {
  const { name, commands, defaultCommand, examples, summary, notes = [] } = program;
  const own = Object.entries(commands).map(([each, { summary: text }]): Row => [
    each,
    each === defaultCommand ? `${text}; it runs where no command is named` : text,
  ]);
  const hasOne = isSingle(program);
  const main = defaultCommand === undefined ? undefined : commands[defaultCommand];
  return [
    formatExamples(examples),
    formatText(summary, width),
    `Usage: ${usageOf(program, defaultCommand, main)}\n${hasOne ? "" : `       ${name} COMMAND [flags]\n`}`,
    formatRows("Commands", [...(hasOne ? [] : own), ...Object.entries(builtInCommands)], width),
    ...(defaultCommand === undefined
      ? formatFlags(allFlagsOf(program, ""), width)
      : formatFlags(allFlagsOf(program, defaultCommand), width)),
    ...(hasOne ? [] : [formatText(`"${name} help COMMAND" prints the flags of a command.`, width)]),
    ...notes.map((note) => formatText(note, width)),
    formatText(formatExitCodes(program), width),
  ].join("\n");
}

/** What `PROGRAM COMMAND --help` prints. */
export function formatCommandHelp<W extends World>(program: Program<W>, command: string, width: number): string {
  const found = program.commands[command];
  if (found === undefined) throw new RangeError(`There is no command "${command}"`);
  const { examples = [] } = found;
  return [
    ...(examples.length === 0 ? [] : [formatExamples(examples)]),
    formatText(sentenceOf(found), width),
    `Usage: ${usageOf(program, command, found)}\n`,
    ...formatFlags(allFlagsOf(program, command), width),
    formatText(formatExitCodes(program), width),
  ].join("\n");
}

/** The left column for a flag: `  -o, --output FORMAT`. */
export function formatFlagUsage(option: string, { short, value, isOn }: Flag<unknown>): string {
  const long = `--${isOn === true ? "no-" : ""}${longName(option)}${value === undefined ? "" : ` ${value}`}`;
  return short === undefined ? `    ${long}` : `-${short}, ${long}`;
}

/** What a command does, in sentences. */
export function sentenceOf({ description, summary }: Pick<Command, "description" | "summary">): string {
  return description ?? `${summary.slice(0, 1).toUpperCase()}${summary.slice(1)}.`;
}

/** What each exit code means. */
export function exitCodeMeanings(
  { exitCodes = { ok: "done" } }: Pick<Program, "exitCodes">,
): readonly (readonly [code: number, meaning: string])[] {
  const { ok, different, unknown = "could not tell (wrong usage, no access, something that cannot be read)" } =
    exitCodes;
  return [
    [exitCode.ok, ok],
    ...(different === undefined ? [] : [[exitCode.different, different] as const]),
    [exitCode.unknown, unknown],
  ];
}

type Row = readonly [left: string, right: string];

/** How a command is called: `ingress-diff diff [NAME...] [flags]`. */
export function usageOf<W extends World>(
  { name, defaultCommand }: Program<W>,
  command = "COMMAND",
  found?: Command<W>,
): string {
  const operands = found?.operands === undefined ? [] : [found.operands.usage];
  return [name, ...(command === defaultCommand ? [] : [command]), ...operands, "[flags]"].join(" ");
}

function formatExamples(examples: readonly string[]): string {
  return `Examples:\n${examples.map((example) => `  ${example}\n`).join("")}`;
}

function formatFlags(flags: Readonly<Record<string, Flag<unknown>>>, width: number): readonly string[] {
  const listed = Object.entries(flags).filter(([, { isHidden }]) => isHidden !== true);
  const groups = Map.groupBy(listed, ([, { group = plainGroup }]) => group);
  return [...groups].map(([title, members]) =>
    formatRows(title, members.map(([option, flag]) => [formatFlagUsage(option, flag), describeFlag(flag)]), width)
  );
}

function formatRows(title: string, rows: readonly Row[], width: number): string {
  const most = Math.min(maxLeftWidth, Math.floor(width * maxLeftPart));
  const left = Math.min(most, Math.max(...rows.map(([text]) => textWidth(text))));
  const indent = " ".repeat(left + 4);
  const lines = rows.map(([text, words]) => {
    const [first = "", ...others] = wrapText(words, Math.max(20, width - indent.length));
    const head = textWidth(text) > left ? `  ${text}\n${indent}` : `  ${pad(text, left)}  `;
    return `${head}${[first, ...others.map((line) => indent + line)].join("\n")}\n`;
  });
  return `${title}:\n${lines.join("")}`;
}

function formatText(text: string, width: number): string {
  return `${wrapText(text, Math.min(width, 120)).join("\n")}\n`;
}

function formatExitCodes<W extends World>(program: Program<W>): string {
  const meanings = exitCodeMeanings(program).map(([code, meaning]) => `${code} ${meaning}`);
  return `Exit code: ${meanings.join(", ")}. DEBUG=1 shows the stack of an error.`;
}
