import { parseArgs } from "node:util";
import { InputError } from "../input-error.ts";

/** What `npm run bump` was asked for. */
export interface BumpOptions {
  /** The release as given, `v1.37.0`. */
  readonly release: string;
  /** Its minor release, which is what is pinned: `v1.37`. */
  readonly version: string;
  /** File or URL of the OpenAPI document, instead of the published one. */
  readonly from?: string;
  /** npm package and exact version of the official client whose typings stand in for the document. */
  readonly clientTypings?: string;
  readonly isDryRun: boolean;
  /** What must pass before anything lands. */
  readonly tests: string;
}

/**
 * Reads the arguments of `npm run bump`.
 *
 * @throws {InputError} If there is no release, or an option is not known.
 */
export function parseBumpOptions(args: readonly string[]): BumpOptions | "help" {
  const { values, positionals } = parse(args);
  if (values.help === true) return "help";
  const [release, ...rest] = positionals;
  const minor = /^v1\.(\d+)\.\d+(?:-(?:alpha|beta|rc)\.\d+)?$/.exec(release ?? "")?.[1];
  if (minor === undefined || rest.length > 0) {
    throw new InputError(
      `Cannot bump to "${positionals.join(" ")}": expected one release such as v1.37.0. Try: --help`,
    );
  }
  return {
    release: release ?? "",
    version: `v1.${minor}`,
    ...(values.from === undefined ? {} : { from: values.from }),
    ...(values["client-typings"] === undefined ? {} : { clientTypings: values["client-typings"] }),
    isDryRun: values["dry-run"] === true,
    tests: values.tests ?? "npm test",
  };
}

interface ParsedArgs {
  readonly values: {
    readonly from?: string;
    readonly "client-typings"?: string;
    readonly "dry-run"?: boolean;
    readonly tests?: string;
    readonly help?: boolean;
  };
  readonly positionals: readonly string[];
}

function parse(args: readonly string[]): ParsedArgs {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        from: { type: "string" },
        "client-typings": { type: "string" },
        "dry-run": { type: "boolean" },
        tests: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(". ")[0] : String(cause);
    throw new InputError(`${reason}. Try: --help`, { cause });
  }
}
