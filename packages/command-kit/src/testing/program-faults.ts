import { allFlagsOf, builtInFlagsOf, commandNames, isBuiltInCommand } from "../built-in.ts";
import { isSwitch, longName } from "../flag-spelling.ts";
import { reasonOf } from "../command-error.ts";
import type { Program } from "../program.ts";
import { parse } from "../run-program.ts";
import { scanCommandLine } from "../scan-command-line.ts";
import type { World } from "../world.ts";

/** Finds what is wrong with the tables of a program: each has a test that there is nothing. */
export function programFaults<W extends World>(program: Program<W>): readonly string[] {
  return [...nameFaults(program), ...spellingFaults(program), ...valueFaults(program), ...exampleFaults(program)];
}

function nameFaults<W extends World>(
  { commands, defaultCommand, examples, commandsForFlags = {} }: Program<W>,
): readonly string[] {
  return [
    ...Object.entries(commandsForFlags).filter(([, name]) => !Object.hasOwn(commands, name)).map(([flag, name]) =>
      `"${name}", which is to do what ${flag} would do, is not a command`
    ),
    ...Object.keys(commands).filter(isBuiltInCommand).map((name) => `"${name}" is a command that every program has`),
    ...(defaultCommand === undefined || Object.hasOwn(commands, defaultCommand)
      ? []
      : [`the default command "${defaultCommand}" is not a command`]),
    ...(examples.length < 2 ? ["help opens with fewer than two examples"] : []),
  ];
}

/** Two flags of a command that are written in the same way. */
function spellingFaults<W extends World>(program: Program<W>): readonly string[] {
  return Object.entries(program.commands).flatMap(([name, { flags }]) => {
    const clash = Object.keys(builtInFlagsOf(program)).filter((option) => Object.hasOwn(flags, option));
    const shorts = Object.values(allFlagsOf(program, name)).flatMap(({ short }) => short ?? []);
    const doubled = shorts.filter((short, index) => shorts.indexOf(short) !== index);
    const words = Object.entries(flags).filter(([, { help }]) => help === "" || /[.]$/.test(help)).map(([each]) =>
      each
    );
    return [
      ...clash.map((option) => `"${name}" has --${option}, which every command has`),
      ...doubled.map((short) => `"${name}" has two flags -${short}`),
      ...words.map((option) => `the help of --${longName(option)} of "${name}" is empty or ends with a period`),
    ];
  });
}

/** A flag that takes a value in one command only: what stands before the command's name could not be read. */
function valueFaults<W extends World>({ commands }: Program<W>): readonly string[] {
  const all = Object.values(commands).flatMap(({ flags }) =>
    Object.entries(flags).flatMap(([option, flag]) =>
      [`--${longName(option)}`, ...(flag.short === undefined ? [] : [`-${flag.short}`])].map((spelling) =>
        [spelling, isSwitch(flag)] as const
      )
    )
  );
  return [...Map.groupBy(all, ([spelling]) => spelling)]
    .filter(([, members]) => new Set(members.map(([, isOne]) => isOne)).size > 1)
    .map(([spelling]) => `${spelling} takes a value in one command and none in another`);
}

/** Examples that the program itself would refuse. */
function exampleFaults<W extends World>(program: Program<W>): readonly string[] {
  const examples = [...program.examples, ...Object.values(program.commands).flatMap(({ examples = [] }) => examples)];
  return examples.flatMap((example) => {
    // What comes from or goes to another program, or to a file, is none of our arguments.
    const own = example.split(/ \| | > /).find((part) => part.startsWith(`${program.name} `));
    if (own === undefined) return [`the example "${example}" does not call ${program.name}`];
    const args = own.split(" ").slice(1).map((word) => word.replace(/^(['"])(.*)\1$/, "$2"));
    const { word, index } = scanCommandLine(args, program);
    const isNamed = word !== undefined && commandNames(program).includes(word);
    const name = isNamed ? word : program.defaultCommand;
    if (name === undefined) return [`the example "${example}" names no command`];
    if (isBuiltInCommand(name)) return [];
    try {
      program.commands[name]?.prepare(parse(program, name, isNamed ? args.toSpliced(index, 1) : args));
      return [];
    } catch (error) {
      return [`the example "${example}" is refused: ${reasonOf(error)}`];
    }
  });
}
