import { readFile } from "node:fs/promises";
import { CommandError, describeIoError } from "@kubeschema/command-kit";

/**
 * Reads the script of MiniSearch that sets a global, as its package contains it, and puts its licence at the top.
 *
 * @throws {Error} If the package is not installed.
 */
export async function readMiniSearch(): Promise<string> {
  try {
    // Its entry is dist/es/index.js; the form that does not need a module loader is in a neighbouring folder.
    const script = new URL("../umd/index.js", import.meta.resolve("minisearch"));
    const licence = new URL("../../LICENSE.txt", script);
    const [text, terms] = await Promise.all([readFile(script, "utf8"), readFile(licence, "utf8")]);
    const code = text.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n");
    return `/*! MiniSearch, https://github.com/lucaong/minisearch\n\n${
      terms.trim().replaceAll("*/", "* /")
    }\n*/\n${code}`;
  } catch (cause) {
    throw new CommandError(`Cannot read the search's script: ${describeIoError(cause)}`, {
      cause,
      hint: "install the package again",
    });
  }
}
