import { UsageError } from "./command-error.ts";
import { parseDuration } from "./duration.ts";
import { parseKubernetesVersion } from "./kubernetes-version.ts";
import { orList } from "./list-words.ts";
import { suggest } from "./suggest.ts";

/** What a shell offers for a value: files, folders, some words, or nothing that it could know. */
export type Completion = "file" | "folder" | readonly string[] | (() => Promise<readonly string[]>);

/** One flag as it stood on the command line. */
export interface GivenValue {
  /** As it was written: `-o` or `--output`. */
  readonly spelling: string;
  /** Of a switch, `true` or `false`. */
  readonly text: string;
}

/** What everybody who makes a flag says of it. */
export interface FlagWords {
  /** What it does, in a few words, without a capital and without a period. */
  readonly help: string;
  /** One letter. */
  readonly short?: string;
  /** The heading in help that it stands under. */
  readonly group?: string;
  /** Understood, but listed nowhere: for the flags of other programs that ours takes the place of. */
  readonly isHidden?: boolean;
}

/** One flag: all that the parser, help, completion and the README's table know of it. */
export interface Flag<T> extends FlagWords {
  /** The name of its value in help, such as `FILE`; a switch has none. */
  readonly value?: string;
  /** The values it takes, where that is a closed list. */
  readonly choices?: readonly string[];
  /** What it is without being given, for help. */
  readonly defaultText?: string;
  readonly isRepeatable?: boolean;
  /** A switch that is on, so that help shows how to switch it off. */
  readonly isOn?: boolean;
  readonly completes?: Completion;
  /**
   * Reads the given values, in order; without any, it returns the default.
   *
   * @throws {UsageError} If a value is not allowed.
   */
  readonly read: (given: readonly GivenValue[], name: string) => T;
}

/**
 * The flags of a command by the names of its options: `kubernetesVersion` is given as `--kubernetes-version`. The
 * compiler sees to it that there is one flag for each option, and that it gives what the option is.
 */
export type FlagTable<Options> = { readonly [Name in keyof Options]-?: Flag<Options[Name]> };

/** A table of which nothing more is known. */
export type AnyFlagTable = Readonly<Record<string, Flag<unknown>>>;

/** A flag without a value: `--verbose`, `--verbose=false` and `--no-verbose`. */
export function switchFlag({ isOn = false, ...words }: FlagWords & { readonly isOn?: boolean }): Flag<boolean> {
  return { ...words, isOn, read: (given) => given.length === 0 ? isOn : given.at(-1)?.text === "true" };
}

/** How a value is named, and what is said where it is not one. */
export interface ValueWords extends FlagWords {
  /** The name of the value in help: `FILE`. */
  readonly value: string;
  /** Goes on after "--at expects": `a time such as 2026-01-31T08:00:00Z`. */
  readonly expects?: string;
  readonly choices?: readonly string[];
  readonly defaultText?: string;
  readonly completes?: Completion;
}

/** How a value of another type is read. */
export interface ParsedValueWords<T> extends ValueWords {
  readonly expects: string;
  /** `undefined` if it is not allowed. */
  readonly parse: (text: string) => T | undefined;
}

/** A flag with a value of any type; the last one counts. `undefined` where it is not given. */
export function valueFlag<T>({ parse, ...words }: ParsedValueWords<T>): Flag<T | undefined> {
  return { ...withCompletion(words), read: ([...given]) => readLast(given, parse, words) };
}

/** The same, with what counts where it is not given. */
export function valueFlagOr<T>(
  { parse, fallback, ...words }: ParsedValueWords<T> & { readonly fallback: T },
): Flag<T> {
  return { ...withCompletion(words), read: ([...given]) => readLast(given, parse, words) ?? fallback };
}

/** The same, that may be given several times. */
export function valuesFlag<T>({ parse, ...words }: ParsedValueWords<T>): Flag<readonly T[]> {
  return {
    ...withCompletion(words),
    isRepeatable: true,
    read: (given) => given.map((value) => readOne(value, parse, words)),
  };
}

/** A flag with a text. */
export function textFlag(words: ValueWords): Flag<string | undefined> {
  return valueFlag({ ...withExpectation(words), parse: (text) => text });
}

/** A flag with texts: it may be given several times. */
export function textsFlag(words: ValueWords): Flag<readonly string[]> {
  return valuesFlag({ ...withExpectation(words), parse: (text) => text });
}

/** A flag with a list, separated by commas or by being given several times. */
export function listFlag(words: ValueWords): Flag<readonly string[]> {
  const texts = textsFlag(words);
  return {
    ...texts,
    read: (given, name) =>
      texts.read(given, name).flatMap((list) => list.split(",")).map((item) => item.trim()).filter((item) =>
        item !== ""
      ),
  };
}

/** What a flag with a few values says. */
export interface ChoiceWords<Choice extends string> extends FlagWords {
  readonly value: string;
  readonly choices: readonly Choice[];
  /** Other words for choices, which are listed nowhere. */
  readonly aliases?: Readonly<Record<string, Choice>>;
}

/** A flag that has one of a few values; `undefined` where it is not given. */
export function choiceFlag<Choice extends string>(words: ChoiceWords<Choice>): Flag<Choice | undefined> {
  return valueFlag(withChoices(words));
}

/** The same, with the one that counts where it is not given. */
export function choiceFlagOr<Choice extends string>(
  { fallback, ...words }: ChoiceWords<Choice> & { readonly fallback: Choice },
): Flag<Choice> {
  return valueFlagOr<Choice>({ ...withChoices(words), defaultText: fallback, fallback });
}

/** A flag with a whole number from `min`, which is 1 unless given, on. */
export function countFlagOr(
  { min = 1, fallback, ...words }: ValueWords & { readonly min?: number; readonly fallback: number },
): Flag<number> {
  return valueFlagOr({
    expects: `a whole number from ${min} on`,
    ...words,
    parse: (text) => /^\d{1,15}$/.test(text) && Number(text) >= min ? Number(text) : undefined,
    defaultText: String(fallback),
    fallback,
  });
}

/** A flag with a time span, in milliseconds; `limitMs` is what it must stay under. */
export function durationFlag(
  { limitMs, ...words }: ValueWords & { readonly limitMs?: number },
): Flag<number | undefined> {
  return valueFlag({ expects: "a time span such as 30s", ...words, parse: (text) => parseDuration(text, limitMs) });
}

/** A flag with a release of Kubernetes, which becomes `v1.36` however it is written. */
export function kubernetesVersionFlag(words: Omit<ValueWords, "value">): Flag<string | undefined> {
  return valueFlag({ expects: "a release such as 1.36", ...words, value: "X.Y", parse: parseKubernetesVersion });
}

/** Puts flags under a heading of help. */
export function inGroup<Options>(group: string, table: FlagTable<Options>): FlagTable<Options> {
  // Every flag keeps its name and its type.
  return Object.fromEntries(
    Object.entries<Flag<unknown>>(table).map(([name, flag]) => [name, { ...flag, group }]),
  ) as FlagTable<Options>;
}

function readLast<T>(
  given: readonly GivenValue[],
  parse: (text: string) => T | undefined,
  words: Pick<ParsedValueWords<T>, "expects" | "choices">,
): T | undefined {
  // All are looked at, so that a mistake is never hidden by what follows it.
  return given.map((value) => readOne(value, parse, words)).at(-1);
}

function readOne<T>(
  { spelling, text }: GivenValue,
  parse: (text: string) => T | undefined,
  { expects, choices = [] }: Pick<ParsedValueWords<T>, "expects" | "choices">,
): T {
  const value = text === "" ? undefined : parse(text);
  if (value !== undefined) return value;
  const found = text === "" ? "nothing" : `"${text}"`;
  throw new UsageError(`${spelling} expects ${expects}, found ${found}${suggest(text, choices)}`);
}

function withChoices<Choice extends string>(
  { aliases = {}, ...words }: ChoiceWords<Choice>,
): ParsedValueWords<Choice> {
  return {
    ...words,
    expects: orList(words.choices),
    parse: (text) =>
      words.choices.find((name) => name === text) ?? (Object.hasOwn(aliases, text) ? aliases[text] : undefined),
  };
}

function withExpectation(words: ValueWords): ValueWords & { readonly expects: string } {
  return { ...words, expects: words.expects ?? expectationOf(words.value) };
}

function expectationOf(value: string): string {
  if (/\bFILE\b/.test(value)) return "a file";
  return /\bDIR\b/.test(value) ? "a folder" : "a value";
}

/** A value that is called FILE or DIR is completed as one. */
function withCompletion<Words extends ValueWords>(words: Words): Words {
  if (words.completes !== undefined || words.choices !== undefined) return words;
  if (/\bFILE\b/.test(words.value)) return { ...words, completes: "file" };
  return /\bDIR\b/.test(words.value) ? { ...words, completes: "folder" } : words;
}
