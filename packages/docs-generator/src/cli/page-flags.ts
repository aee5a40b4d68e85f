import { choiceFlag, type FlagTable, inGroup, textFlag, UsageError } from "@kubeschema/command-kit";
import { type FrontMatter, frontMatters } from "../markdown/front-matter.ts";

/** Options of some formats of a page. */
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
    help: "the front matter of a Markdown page",
    group: "Output",
  }),
  ...inGroup<Omit<PageOptions, "frontMatter">>("Format seed, which this project grew from", {
    packageName: textFlag({
      value: "NAME",
      help: "the package that is named at the top",
      defaultText: "@kubeschema/types",
    }),
    sourceUrl: textFlag({ value: "URL", help: 'the folder of generated sources that "Defined in" links to' }),
    sourceLayout: choiceFlag({
      value: "modules|kinds",
      choices: ["modules", "kinds"],
      help: "one file per group and version (the default), or one per kind, types/gen/<kind>.ts, as in the original",
    }),
  }),
};

/**
 * Checks that every flag is of use for the format.
 *
 * @throws {UsageError} If one is not.
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
