import { allFlagsOf, commandNames, isBuiltInCommand, isSingle } from "./built-in.ts";
import { closestWord } from "./closest-word.ts";
import { UsageError } from "./command-error.ts";
import { andList, orList } from "./list-words.ts";
import { exitCode } from "./exit-code.ts";
import { type ErrorContext, exitCodeOfError, formatError } from "./format-error.ts";
import { longName } from "./flag-spelling.ts";
import { parseArgs, type ParsedArgs } from "./parse-args.ts";
import type { Command, Program } from "./program.ts";
import { scanCommandLine, type ScannedCommandLine } from "./scan-command-line.ts";
import { suggest } from "./suggest.ts";
import type { World } from "./world.ts";

/**
 * Runs the command that the arguments ask for.
 *
 * @returns The exit code. A thrown error becomes one line on stderr.
 */
export async function runProgram<W extends World>(program: Program<W>, world: W): Promise<number> {
  let context: ErrorContext = { program: program.name, help: `${program.name} --help`, env: world.env };
  const reportError = (error: unknown): void => void world.stderr.write(formatError(error, context));
  try {
    const line = scanCommandLine(world.args, program);
    const isNamed = line.word !== undefined && commandNames(program).includes(line.word);
    const name = isNamed ? line.word : await defaultCommandFor(program, line, world);
    if (isNamed) context = { ...context, help: `${program.name} ${name} --help` };
    if (line.help) return await printHelp(program, isNamed ? name : undefined, world);
    if (line.version || name === "version") return print(`${world.version()}\n`, world);
    const rest = isNamed ? world.args.toSpliced(line.index, 1) : world.args;
    if (name === undefined) {
      throw new UsageError(
        `No command is given: expected ${orList(Object.keys(program.commands).map((each) => `"${each}"`))}`,
      );
    }
    if (isBuiltInCommand(name)) return await runBuiltIn(program, name, rest, world);
    const command = commandOf(program, name);
    const parsed = parse(program, name, rest);
    checkOperands(isSingle(program) ? "Expected" : `"${name}" expects`, command, parsed.operands);
    const { run } = command.prepare(parsed);
    const heard = line.quiet ? silenced(world) : world;
    return await run({ operands: parsed.operands, world: heard, program: program.name, reportError });
  } catch (error) {
    reportError(error);
    return exitCodeOfError(error);
  }
}

/** The command that runs where none is named; `undefined` if there is none. */
async function defaultCommandFor<W extends World>(
  program: Program<W>,
  { word, help, version }: ScannedCommandLine,
  world: W,
): Promise<string | undefined> {
  const { defaultCommand, isOperand } = program;
  if (word === undefined) return defaultCommand;
  const names = commandNames(program);
  if (defaultCommand === undefined) {
    if (help || version) return undefined;
    throw new UsageError(`There is no command "${word}"${suggest(word, names)}`);
  }
  // What was meant for a command must not be taken for a file or a name.
  if (!help && !version && closestWord(word, names) !== undefined && !(await isOperand?.(word, world))) {
    throw new UsageError(`There is no command "${word}"${suggest(word, names)}`, {
      hint: `${program.name} ${isSingle(program) ? "--" : defaultCommand} ${word}, if it is an argument`,
    });
  }
  return defaultCommand;
}

/** Takes the command line of one command apart. */
export function parse<W extends World>(program: Program<W>, name: string, args: readonly string[]): ParsedArgs {
  return parseArgs(args, allFlagsOf(program, name), {
    takesSingleDash: program.takesSingleDash ?? false,
    explainUnknown: (spelling) => explainElsewhere(program, name, spelling),
  });
}

/** Where a flag that the command does not take is to be found: as a command of its own, or in other commands. */
function explainElsewhere<W extends World>(
  { name: program, commands, commandsForFlags = {} }: Program<W>,
  name: string,
  spelling: string,
): UsageError | undefined {
  const command = Object.hasOwn(commandsForFlags, spelling) ? commandsForFlags[spelling] : undefined;
  if (command !== undefined && command !== name) {
    const message = `"${name}" does not take ${spelling}: the command "${command}" does that`;
    return new UsageError(message, { hint: `${program} ${command} --help` });
  }
  const owners = Object.entries(commands).filter(([, { flags }]) =>
    Object.entries(flags).some(([option, { short, isHidden }]) =>
      isHidden !== true && (spelling === `--${longName(option)}` || spelling === `-${short}`)
    )
  );
  if (owners.length === 0) return undefined;
  const others = andList(owners.map(([owner]) => `"${owner}"`));
  return new UsageError(`"${name}" does not take ${spelling}; ${others} ${owners.length === 1 ? "does" : "do"}`);
}

function checkOperands<W extends World>(
  subject: string,
  { operands: { expects, min = 0, max = Infinity } = { usage: "", expects: "no arguments", max: 0 } }: Command<W>,
  given: readonly string[],
): void {
  if (given.length >= min && given.length <= max && !given.includes("")) return;
  const found = given.length === 0
    ? "nothing"
    : given.includes("")
    ? "an empty argument"
    : andList(given.slice(0, 4).map((operand) => `"${operand}"`));
  throw new UsageError(`${subject} ${expects}, found ${found}`);
}

async function runBuiltIn<W extends World>(
  program: Program<W>,
  name: "help" | "version" | "completion",
  rest: readonly string[],
  world: W,
): Promise<number> {
  const { operands } = parse(program, name, rest);
  if (name === "completion") {
    const { formatCompletion, parseShell } = await import("./completion/format-completion.ts");
    return print(await formatCompletion(program, parseShell(operands)), world);
  }
  const [about, ...others] = operands;
  if (others.length > 0) {
    throw new UsageError(`"help" expects one command, found ${andList(operands.map((o) => `"${o}"`))}`);
  }
  const names = commandNames(program);
  if (about !== undefined && !names.includes(about)) {
    throw new UsageError(`There is no command "${about}"${suggest(about, names)}`);
  }
  return await printHelp(program, about, world);
}

async function printHelp<W extends World>(program: Program<W>, name: string | undefined, world: W): Promise<number> {
  const { formatCommandHelp, formatProgramHelp } = await import("./format-help.ts");
  const { terminalWidth } = await import("./terminal.ts");
  const width = terminalWidth(world.stdout, world.env);
  const isOwn = name !== undefined && Object.hasOwn(program.commands, name);
  return print(isOwn ? formatCommandHelp(program, name, width) : formatProgramHelp(program, width), world);
}

function print(text: string, { stdout }: World): number {
  stdout.write(text);
  return exitCode.ok;
}

/** The world of a run that is to say nothing but errors, which are printed by `reportError()`. */
function silenced<W extends World>(world: W): W {
  // Spread, a getter such as that of stdin would be called.
  const quiet = Object.defineProperties({}, {
    ...Object.getOwnPropertyDescriptors(world),
    stderr: { value: { write: () => true, isTTY: false }, enumerable: true },
  });
  return quiet as W; // All that the world has, with another stderr.
}

function commandOf<W extends World>({ commands }: Program<W>, name: string): Command<W> {
  const command = commands[name];
  if (command === undefined) throw new RangeError(`There is no command "${name}" in the program`);
  return command;
}
