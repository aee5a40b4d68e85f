import { type FlagTable, switchFlag, textFlag, UsageError, valueFlagOr } from "@kubeschema/command-kit";

/** The flags of `npm run bump`, as given. */
export interface BumpFlags {
  /** File or URL of the OpenAPI document, instead of the published one. */
  readonly from?: string;
  /** npm package and exact version of the official client whose typings replace the document. */
  readonly clientTypings?: string;
  readonly dryRun: boolean;
  /** The command that must succeed before anything lands. */
  readonly tests: string;
}

/** The parsed options of `npm run bump`. */
export interface BumpOptions extends BumpFlags {
  /** The release as given, `v1.37.0`. */
  readonly release: string;
  /** Its minor release, which is pinned: `v1.37`. */
  readonly version: string;
}

/** The flags of `npm run bump`. */
export const bumpFlags: FlagTable<BumpFlags> = {
  from: textFlag({ value: "FILE|URL", help: "the OpenAPI v2 document; the default is the published one" }),
  clientTypings: textFlag({
    value: "PKG@VER",
    help: "the official client of that release, for builds that can only use npm",
  }),
  dryRun: switchFlag({ help: "print what would be pinned and the changeset; change nothing" }),
  tests: valueFlagOr({
    value: "COMMAND",
    expects: "a command",
    parse: (text) => text,
    fallback: "npm test",
    defaultText: '"npm test"',
    help: "the command that must succeed before it lands",
  }),
};

/**
 * Adds the release.
 *
 * @throws {UsageError} If it is not a release.
 */
export function toBumpOptions(flags: BumpFlags, release: string): BumpOptions {
  const minor = /^v1\.(\d+)\.\d+(?:-(?:alpha|beta|rc)\.\d+)?$/.exec(release)?.[1];
  if (minor === undefined) throw new UsageError(`Expected one release such as v1.37.0, found "${release}"`);
  return { ...flags, release, version: `v1.${minor}` };
}
