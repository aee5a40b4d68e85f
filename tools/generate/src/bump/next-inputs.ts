import { InputError } from "../input-error.ts";
import type { PinnedInput, PinnedInputs } from "../pinned-input.ts";

/** The pinned versions after a bump, and the one that was dropped. */
export interface NextInputs {
  readonly pinned: PinnedInputs;
  readonly dropped?: string;
}

/**
 * The number of minor releases that upstream supports at a time: {@link
 * https://kubernetes.io/releases/version-skew-policy/}.
 */
const supportedReleases = 3;

/** @throws {InputError} If the version is pinned already, or is older than the default. */
export function checkIsNewer(pinned: PinnedInputs, version: string): void {
  if (Object.hasOwn(pinned.versions, version)) {
    throw new InputError(`Cannot bump to ${version}: it is pinned already. Try: npm run generate`);
  }
  if (minorOf(version) < minorOf(pinned.default)) {
    throw new InputError(`Cannot bump to ${version}: the default is ${pinned.default} already. Try: a newer release`);
  }
}

/**
 * Puts a new version in front, as the default. The oldest version is dropped, unless upstream still supports it, or a
 * build that can only use npm needs it. Versions for pages only are always kept.
 */
export function nextInputs(pinned: PinnedInputs, version: string, input: PinnedInput): NextInputs {
  const entries = Object.entries(pinned.versions);
  const hasTypings = (entry: PinnedInput): boolean => entry.npm?.typings !== undefined;
  const fallbacks = [input, ...Object.values(pinned.versions)].filter(hasTypings).length;
  const dropped = entries
    .filter(([name, entry]) =>
      entry.isForPagesOnly !== true && minorOf(name) <= minorOf(version) - supportedReleases &&
      !(hasTypings(entry) && fallbacks === 1)
    )
    .toSorted(([a], [b]) => minorOf(a) - minorOf(b))[0]?.[0];
  return {
    pinned: {
      default: version,
      versions: { [version]: input, ...Object.fromEntries(entries.filter(([name]) => name !== dropped)) },
    },
    ...(dropped === undefined ? {} : { dropped }),
  };
}

function minorOf(version: string): number {
  return Number(version.slice("v1.".length));
}
