import { join } from "node:path";
import { cacheFolder } from "./cache-folder.ts";
import { emitFacts } from "./emit-facts.ts";
import { generate, isTargetName } from "./generate.ts";
import { InputCache } from "./input-cache.ts";
import { InputError } from "./input-error.ts";
import { readPinnedInputs } from "./pinned-input.ts";
import { InputResolver } from "./resolve-input.ts";
import { resolveInputs } from "./resolve-inputs.ts";
import { writeResolvedInputs } from "./resolved-inputs.ts";

/** The outside world, as `bin.ts` hands it in. */
export interface World {
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly fetch: typeof globalThis.fetch;
}

const help = `Usage: kubeschema-generate inputs                        # bring the pinned schemas into the cache
       kubeschema-generate types|validators|schemas      # write src/gen of the package in this folder
       kubeschema-generate facts                         # print what the client's typings of the default version lack

Inputs are looked for in the cache, in the folder KUBESCHEMA_SPECS (v1.36.json or v1.36.json.gz), at their URL,
and on npm, and must have the hash that inputs.json pins.

Environment:
  KUBESCHEMA_SPECS  folder with official OpenAPI documents
  KUBESCHEMA_CACHE  cache folder, by default ~/.cache/kubeschema
  CI                with "true", a version that is not available as pinned is an error
  KUBESCHEMA_ALLOW_MISSING_VERSIONS=1
                    with CI, continue nevertheless: for a build that is not published
  DEBUG=1           show stacks
`;

/** Runs the command and returns its exit code: 0 done, 2 failed. */
export async function main(world: World): Promise<number> {
  const { args, env, stdout, stderr } = world;
  const [command, ...rest] = args;
  if (command === undefined || command === "-h" || command === "--help") {
    stdout.write(help);
    return command === undefined ? 2 : 0;
  }
  const cache = new InputCache(cacheFolder(env));
  try {
    if (rest.length > 0) throw new InputError(`Cannot use "${rest.join(" ")}": one command is expected. Try: --help`);
    if (command === "inputs") {
      await bringInputs(world, cache);
    } else if (command === "facts") {
      stdout.write(await emitFacts(cache));
    } else if (isTargetName(command)) {
      const summary = await generate(command, join(world.cwd, "src", "gen"), cache);
      stdout.write(`${summary}\n`);
    } else {
      throw new InputError(`Unknown command "${command}". Try: --help`);
    }
    return 0;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    stderr.write(`kubeschema-generate: ${message}\n`);
    if (env.DEBUG === "1" && error instanceof Error) stderr.write(`${error.stack}\n`);
    return 2;
  }
}

async function bringInputs({ env, stderr, fetch }: World, cache: InputCache): Promise<void> {
  const resolver = new InputResolver({ cache, env, fetch });
  const { found, shortcoming } = await resolveInputs(readPinnedInputs(), resolver, env);
  if (shortcoming !== undefined) stderr.write(`kubeschema-generate: ${shortcoming}\n`);
  writeResolvedInputs(found);
}
