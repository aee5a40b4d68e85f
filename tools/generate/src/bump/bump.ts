import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defineCommand, type Program, runProgram, type World } from "@kubeschema/command-kit";
import { applyFacts, compareSchemas, type SchemaModel } from "@kubeschema/model";
import { cacheFolder } from "../cache-folder.ts";
import { clientTypingsFacts } from "../client-typings-facts.ts";
import { InputCache } from "../input-cache.ts";
import { InputError } from "../input-error.ts";
import { loadModel, readFacts } from "../load-model.ts";
import { type PinnedInput, readPinnedInputs } from "../pinned-input.ts";
import { InputResolver } from "../resolve-input.ts";
import { type BumpFlags, bumpFlags, type BumpOptions, toBumpOptions } from "./bump-options.ts";
import { changesetText } from "./changeset-text.ts";
import { pinClientTypings } from "./client-typings.ts";
import { checkIsNewer, type NextInputs, nextInputs } from "./next-inputs.ts";
import { type Candidate, readCandidate } from "./read-candidate.ts";
import { createScratchTree } from "./scratch-tree.ts";

/** The outside world, as `bin.ts` hands it in. */
export interface BumpWorld extends World {
  /** The folder in which the command was called, for relative paths. */
  readonly cwd: string;
  readonly root: string;
  /** Aborted when the user interrupts. */
  readonly signal: AbortSignal;
}

const program: Program<BumpWorld> = {
  name: "bump",
  summary:
    "Moves the repository to a new Kubernetes release, or changes nothing: pins its OpenAPI document, makes it the " +
    "default, drops the oldest version, regenerates everything, runs the tests, and writes a changeset that lists what " +
    "changed.",
  examples: ["npm run bump -- v1.37.0", "npm run bump -- v1.37.0 --from swagger.json --dry-run"],
  commands: {
    bump: defineCommand<BumpFlags, BumpWorld>({
      summary: "move to a release",
      flags: bumpFlags,
      operands: { usage: "RELEASE", expects: "one release such as v1.37.0", min: 1, max: 1 },
      run: async (flags, { world, operands: [release = ""] }) => {
        await bump(toBumpOptions(flags, release), world);
        return 0;
      },
    }),
  },
  defaultCommand: "bump",
  notes: [
    "One version is added and the oldest removed, unless upstream still supports it. v1.12 and v1.13 stay for their pages.",
  ],
};

/** Runs the command and returns its exit code: 0 done, 2 failed, with nothing changed. */
export async function main(world: BumpWorld): Promise<number> {
  return await runProgram(program, world);
}

async function bump(options: BumpOptions, world: BumpWorld): Promise<void> {
  const { stdout, stderr, cwd, env, fetch } = world;
  const say = (text: string): unknown => stderr.write(`bump: ${text}\n`);
  const pinned = readPinnedInputs();
  checkIsNewer(pinned, options.version);
  say(`reading the OpenAPI document of ${options.release}`);
  const candidate = await readCandidate(options, cwd, fetch);
  const next = nextInputs(pinned, options.version, await pin(options, candidate, world));
  say(`comparing ${pinned.default} with ${options.version}`);
  const changeset = await describe(options, candidate, next, world);
  if (options.dryRun) {
    const entry = JSON.stringify(next.pinned.versions[options.version], null, 2);
    stdout.write(`tools/generate/inputs.json gets ${options.version}, the default from now on:\n${entry}\n`);
    if (next.dropped !== undefined) stdout.write(`and loses ${next.dropped}\n`);
    stdout.write(`\n.changeset/${fileName(options)}:\n${changeset}`);
    return;
  }
  const scratch = await createScratchTree(world.root, env, world.signal);
  try {
    const write = (path: string, text: string): void => writeFileSync(join(scratch.path, path), text);
    write("tools/generate/inputs.json", `${JSON.stringify(next.pinned, null, 2)}\n`);
    write(`.changeset/${fileName(options)}`, changeset);
    if (options.clientTypings !== undefined) {
      const facts = `${JSON.stringify(clientTypingsFacts(candidate.model), null, 2)}\n`;
      write(`tools/generate/facts/client-typings-${options.version}.json`, facts);
    }
    const cache = new InputCache(cacheFolder(env));
    const digest = { algorithm: "sha256", hex: candidate.sha256 } as const;
    cache.write(`swagger-${options.version}.json`, candidate.bytes, digest, `"${options.from ?? candidate.url}"`);
    const steps = ["npm ci --prefer-offline --no-audit --no-fund", "npm run generate", "npm run sync", options.tests];
    for (const step of steps) {
      say(step);
      await scratch.run(step);
    }
    const changed = await scratch.land();
    stdout.write(`${changed.join("\n")}\n`);
    say(`done: the default is ${options.version}. Next: npm ci && npm test, look at the changeset, and commit`);
  } finally {
    await scratch.remove();
  }
}

async function pin(options: BumpOptions, { url, sha256, contains }: Candidate, world: BumpWorld): Promise<PinnedInput> {
  const { clientTypings } = options;
  return {
    name: `kubernetes ${options.release} api/openapi-spec/swagger.json`,
    url,
    sha256,
    contains,
    ...(clientTypings === undefined ? {} : { npm: await pinClientTypings(clientTypings, world.root, world.env) }),
  };
}

async function describe(
  { version }: BumpOptions,
  { model }: Candidate,
  { dropped }: NextInputs,
  world: BumpWorld,
): Promise<string> {
  const previous = await readPrevious(world);
  const after = applyFacts(model, readFacts(version)).model;
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(join(world.root, "packages/types/package.json"), "utf8"),
  );
  return changesetText({
    version,
    previous: previous.kubernetesVersion,
    ...(dropped === undefined ? {} : { dropped }),
    changes: compareSchemas(previous, after),
    packageVersion: manifest.version,
  });
}

async function readPrevious({ env, fetch }: BumpWorld): Promise<SchemaModel> {
  const pinned = readPinnedInputs();
  const source = pinned.versions[pinned.default];
  const cache = new InputCache(cacheFolder(env));
  const found = source && (await new InputResolver({ cache, env, fetch }).resolve(pinned.default, source));
  if (!found || !("file" in found) || found.format !== "openapi-v2") {
    throw new InputError(
      `Cannot compare with ${pinned.default}: its OpenAPI document is not available. Try: set KUBESCHEMA_SPECS`,
    );
  }
  return (await loadModel(found, cache)).model;
}

function fileName({ version }: BumpOptions): string {
  return `kubernetes-${version.replace(".", "-")}.md`;
}
