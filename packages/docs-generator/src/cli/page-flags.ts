import { choiceFlag, type FlagTable, inGroup, textFlag, UsageError } from "@kubeschema/command-kit";
import { type FrontMatter, frontMatters } from "../markdown/front-matter.ts";

/** What only some formats of a page have. */
export interface PageOptions {
  readonly frontMatter?: FrontMatter;
  readonly packageName?: string;
  readonly sourceUrl?: string;
  readonly sourceLayout?: "modules" | "kinds";
}

/** The flags of some formats. */
export const pageFlags: FlagTable<PageOptions> = {
  frontMatter: choiceFlag({
    value: "NAME",
    choices: frontMatters,
    help: "what opens a page of Markdown",
    group: "Output",
  }),
  ...inGroup<Omit<PageOptions, "frontMatter">>("Format seed, which this project grew from", {
    packageName: textFlag({ value: "NAME", help: "the package named at the top", defaultText: "@kubeschema/types" }),
    sourceUrl: textFlag({ value: "URL", help: 'folder of the generated sources that "Defined in" links to' }),
    sourceLayout: choiceFlag({
      value: "modules|kinds",
      choices: ["modules", "kinds"],
      help: "one file per group and version, the default, or one per kind, types/gen/<kind>.ts, as in the original",
    }),
  }),
};

/**
 * Sees to it that no flag is given that the format has no use for.
 *
 * @throws {UsageError} If one is.
 */
export function checkPageOptions(
  format: string,
  { frontMatter, packageName, sourceUrl, sourceLayout }: PageOptions,
): void {
  const wrong = [
    ...(format === "markdown" ? [] : [["--front-matter", frontMatter, "markdown"]]),
    ...(format === "seed" ? [] : [["--package-name", packageName, "seed"], ["--source-url", sourceUrl, "seed"], [
      "--source-layout",
      sourceLayout,
      "seed",
    ]]),
  ].find(([, value]) => value !== undefined);
  if (wrong === undefined) return;
  const [flag, , wanted] = wrong;
  throw new UsageError(`${flag} does not go with --format ${format}`, { hint: `--format ${wanted}` });
}
