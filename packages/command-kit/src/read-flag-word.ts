import type { AnyFlagTable, Flag } from "./flag.ts";
import { isSwitch, longName } from "./flag-spelling.ts";

/** A flag in a word of the command line. */
export interface FlagHit {
  /** As it was written: `-o` or `--output`. */
  readonly spelling: string;
  /** The name of the option; `undefined` if there is no such flag. */
  readonly name: string | undefined;
  /** Its value, or that of a switch, if it is part of the same word. */
  readonly text: string | undefined;
  /** Whether its value is the next word. */
  readonly needsNext: boolean;
}

/** Finds flags by how they are spelled. */
export interface FlagLookup {
  readonly byLong: ReadonlyMap<string, readonly [name: string, flag: Flag<unknown>]>;
  readonly byShort: ReadonlyMap<string, readonly [name: string, flag: Flag<unknown>]>;
  /** Whether `-output` means `--output`, as in Go programs. */
  readonly takesSingleDash: boolean;
}

/** Makes the lookup of a table. */
export function createLookup(flags: AnyFlagTable, takesSingleDash = false): FlagLookup {
  const entries = Object.entries(flags);
  return {
    byLong: new Map(entries.map((entry) => [longName(entry[0]), entry])),
    byShort: new Map(entries.flatMap((entry) => entry[1].short === undefined ? [] : [[entry[1].short, entry]])),
    takesSingleDash,
  };
}

/**
 * Finds the flags in a word: `--output`, `--output=json`, `--no-strict`, `-o`, `-ojson`, `-o=json`, `-Aq`.
 *
 * @returns Nothing if the word is not a flag; `-` is not one, but means stdin.
 */
export function readFlagWord(word: string, lookup: FlagLookup): readonly FlagHit[] {
  if (!word.startsWith("-") || word === "-") return [];
  const [, dashes = "", name = "", text] = /^(--?)([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
  if (dashes === "--") return [readLong(`--${name}`, name, text, lookup)];
  if (name.length < 2 || !lookup.byLong.has(name)) return readCluster(word, lookup);
  // Without single dashes, `-output` would be the flag `-o` with the value `utput`, which nobody means.
  if (!lookup.takesSingleDash) return [{ spelling: `-${name}`, name: undefined, text, needsNext: false }];
  return [readLong(`-${name}`, name, text, lookup)];
}

function readLong(spelling: string, long: string, text: string | undefined, { byLong }: FlagLookup): FlagHit {
  const [name, flag] = byLong.get(long) ?? [];
  if (flag !== undefined) {
    return {
      spelling,
      name,
      text: isSwitch(flag) ? text ?? "true" : text,
      needsNext: !isSwitch(flag) && text === undefined,
    };
  }
  const [negated, switched] = (long.startsWith("no-") ? byLong.get(long.slice(3)) : undefined) ?? [];
  if (switched !== undefined && isSwitch(switched) && text === undefined) {
    return { spelling, name: negated, text: "false", needsNext: false };
  }
  return { spelling, name: undefined, text, needsNext: false };
}

/** Several letters in one word; the first one that takes a value takes the rest of it. */
function readCluster(word: string, { byShort }: FlagLookup): readonly FlagHit[] {
  const hits: FlagHit[] = [];
  for (let index = 1; index < word.length; index++) {
    const letter = word[index] ?? "";
    const [name, flag] = byShort.get(letter) ?? [];
    const rest = word.slice(index + 1);
    const spelling = `-${letter}`;
    if (flag === undefined) {
      // Nobody can tell what the rest would be.
      return [...hits, {
        spelling: hits.length === 0 ? word.replace(/=.*/s, "") : spelling,
        name,
        text: undefined,
        needsNext: false,
      }];
    }
    if (!isSwitch(flag)) {
      const text = rest === "" ? undefined : rest.replace(/^=/, "");
      return [...hits, { spelling, name, text, needsNext: text === undefined }];
    }
    if (rest.startsWith("=")) return [...hits, { spelling, name, text: rest.slice(1), needsNext: false }];
    hits.push({ spelling, name, text: "true", needsNext: false });
  }
  return hits;
}
