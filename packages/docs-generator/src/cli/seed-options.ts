import type { Options } from "./parse-options.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Checks the options that only the seed's format has.
 *
 * @throws {UsageError} If one is given for another format, or is not understood.
 */
export function checkSeedOptions(
  format: string,
  { packageName, sourceUrl, sourceLayout }: Pick<Options, "packageName" | "sourceUrl" | "sourceLayout">,
): void {
  if (sourceLayout !== undefined && sourceLayout !== "modules" && sourceLayout !== "kinds") {
    throw new UsageError(`Cannot use source layout "${sourceLayout}": expected modules or kinds`);
  }
  if (format === "seed") return;
  const given = Object.entries({ packageName, sourceUrl, sourceLayout }).find(([, value]) => value !== undefined);
  if (!given) return;
  const option = given[0].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new UsageError(`Cannot use --${option} with --format ${format}. Try: --format seed`);
}
