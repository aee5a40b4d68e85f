import { UsageError } from "./command-error.ts";
import type { AnyFlagTable, FlagTable, GivenValue } from "./flag.ts";
import { isSwitch } from "./flag-spelling.ts";
import { createLookup, type FlagHit, type FlagLookup, readFlagWord } from "./read-flag-word.ts";
import { suggest } from "./suggest.ts";

/** A command line, taken apart. */
export interface ParsedArgs {
  /** By the names of the options. */
  readonly given: ReadonlyMap<string, readonly GivenValue[]>;
  /** Words that are not flags, and all that follow `--`. */
  readonly operands: readonly string[];
}

/** How a command line is written. */
export interface ParseOptions {
  /** Whether `-output` means `--output`, as in Go programs. */
  readonly takesSingleDash?: boolean;
  /** What to say of a flag that is not in the table; `undefined` for the usual. */
  readonly explainUnknown?: (spelling: string) => UsageError | undefined;
}

/**
 * Takes a command line apart by a table of flags.
 *
 * @throws {UsageError} If a flag is unknown, or its value is missing.
 */
export function parseArgs(args: readonly string[], flags: AnyFlagTable, options: ParseOptions = {}): ParsedArgs {
  const lookup = createLookup(flags, options.takesSingleDash);
  const given = new Map<string, GivenValue[]>();
  const operands: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = args[index] ?? "";
    if (word === "--") return { given, operands: [...operands, ...args.slice(index + 1)] };
    const hits = readFlagWord(word, lookup);
    if (hits.length === 0) operands.push(word);
    for (const hit of hits) {
      if (hit.name === undefined) throw unknownFlag(hit, lookup, options);
      const next = hit.needsNext ? args[++index] : undefined;
      const text = hit.text ?? followingValue(next) ?? "";
      const flag = flags[hit.name];
      const value = flag !== undefined && isSwitch(flag) ? readSwitch(hit.spelling, text) : text;
      given.set(hit.name, [...given.get(hit.name) ?? [], { spelling: hit.spelling, text: value }]);
    }
  }
  return { given, operands };
}

/**
 * Reads options from the given flags. An option that is not given and has no default is left out.
 *
 * @throws {UsageError} If a value is not allowed.
 */
export function readOptions<Options>(flags: FlagTable<Options>, { given }: ParsedArgs): Options {
  const values = Object.entries<FlagTable<Record<string, unknown>>[string]>(flags).flatMap(([name, flag]) => {
    const value = flag.read(given.get(name) ?? [], name);
    return value === undefined ? [] : [[name, value] as const];
  });
  // The table has one flag for each option, which gives what the option is.
  return Object.fromEntries(values) as Options;
}

/** A word that looks like a flag is not a value: most likely the value was forgotten. Numbers may be negative. */
function followingValue(next: string | undefined): string | undefined {
  return next !== undefined && /^-[^\d]/s.test(next) ? undefined : next;
}

/** The words of Go's flag package, which kubectl takes. */
function readSwitch(spelling: string, text: string): string {
  if (/^(?:1|t|true)$/i.test(text)) return "true";
  if (/^(?:0|f|false)$/i.test(text)) return "false";
  throw new UsageError(`${spelling} expects true or false, found "${text}"`);
}

function unknownFlag({ spelling }: FlagHit, { byLong }: FlagLookup, { explainUnknown }: ParseOptions): UsageError {
  const elsewhere = explainUnknown?.(spelling);
  if (elsewhere !== undefined) return elsewhere;
  const listed = [...byLong].filter(([, [, { isHidden }]]) => isHidden !== true).map(([long]) => `--${long}`);
  return new UsageError(`There is no flag "${spelling}"${suggest(spelling, listed)}`);
}
