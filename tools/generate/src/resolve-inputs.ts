import { InputError } from "./input-error.ts";
import type { PinnedInputs } from "./pinned-input.ts";
import type { InputResolver, MissingInput, ResolvedInput } from "./resolve-input.ts";
import type { ResolvedInputs } from "./resolved-inputs.ts";

/** The available ones of all pinned versions, and in one sentence what a build from them will lack. */
export interface InputsFound {
  readonly found: ResolvedInputs;
  readonly shortcoming?: string;
}

/**
 * Resolves every pinned version. If only npm can be reached, what npm has is enough to work with; on a build server,
 * which publishes, this is an error, unless `KUBESCHEMA_ALLOW_MISSING_VERSIONS` says that the build is not for others.
 *
 * @throws {InputError} If there is nothing to build from, or, with `CI`, not everything as pinned.
 */
export async function resolveInputs(
  pinned: PinnedInputs,
  resolver: Pick<InputResolver, "resolve">,
  env: NodeJS.ProcessEnv,
): Promise<InputsFound> {
  const inputs: ResolvedInput[] = [];
  const missing: MissingInput[] = [];
  for (const [version, input] of Object.entries(pinned.versions)) {
    const found = await resolver.resolve(version, input);
    if ("file" in found) inputs.push(found);
    else missing.push(found);
  }
  const newest = inputs.find(({ version }) => version === pinned.default) ??
    inputs.find(({ version }) => pinned.versions[version]?.isForPagesOnly !== true);
  const lacks = describeLacks(pinned, newest, missing);
  if (newest === undefined) throw new InputError(`Cannot build anything: ${lacks.join("; ")}. ${hint}`);
  const found = { default: newest.version, inputs, missing };
  if (lacks.length === 0) return { found };
  if (isOnBuildServer(env) && env.KUBESCHEMA_ALLOW_MISSING_VERSIONS !== "1") {
    throw new InputError(
      `Cannot build every version as pinned: ${lacks.join("; ")}. ${hint}, ` +
        "or KUBESCHEMA_ALLOW_MISSING_VERSIONS=1 for a build that is not published",
    );
  }
  return { found, shortcoming: `Not every version is built as pinned: ${lacks.join("; ")}. ${hint}` };
}

const hint = "Try: set KUBESCHEMA_SPECS to a folder with the OpenAPI documents";

function describeLacks(
  pinned: PinnedInputs,
  newest: ResolvedInput | undefined,
  missing: readonly MissingInput[],
): readonly string[] {
  const lacks: string[] = [];
  if (newest?.format === "client-typings") {
    lacks.push(`${newest.version} is read from ${newest.name}, without list-map keys and the texts next to a $ref`);
  }
  if (missing.length > 0) {
    const versions = missing.map(({ version }) => version).join(", ");
    const reasons = [...new Set(missing.flatMap((each) => each.reasons))].join("; ") || "no source is known";
    lacks.push(`${versions} ${missing.length === 1 ? "is" : "are"} left out (${reasons})`);
  }
  if (newest !== undefined && newest.version !== pinned.default) {
    lacks.push(`${newest.version} replaces the default version ${pinned.default}`);
  }
  return lacks;
}

function isOnBuildServer({ CI }: NodeJS.ProcessEnv): boolean {
  return !["", "0", "false"].includes(CI ?? "");
}
