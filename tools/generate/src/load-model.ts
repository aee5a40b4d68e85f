import { readdirSync, readFileSync } from "node:fs";
import {
  applyFacts,
  type ClientTypingsFacts,
  type KubernetesFacts,
  readClientTypings,
  readOpenApiV2,
  type ReadResult,
} from "@kubeschema/model";
import { type InputCache, integrityDigest } from "./input-cache.ts";
import { InputError } from "./input-error.ts";
import { readTarball } from "./read-tarball.ts";
import type { ResolvedInput } from "./resolve-input.ts";

const typingsPattern = /\/dist\/gen\/models\/\w+\.(?:d\.ts|js)$/;

/**
 * Reads the model of a resolved input from the cache, with the facts that its document leaves out.
 *
 * @throws {InputError} If the cached file is missing or is not JSON.
 */
export async function loadModel(input: ResolvedInput, cache: InputCache): Promise<ReadResult> {
  const { model, diagnostics } = await readInput(input, cache);
  const facts = readFacts(input.version);
  const applied = applyFacts(model, facts);
  return { model: applied.model, diagnostics: [...diagnostics, ...applied.diagnostics] };
}

/** Reads the model of a resolved input, without additional facts. */
export async function readInput(input: ResolvedInput, cache: InputCache): Promise<ReadResult> {
  const { version, name, file } = input;
  const isTypings = input.format === "client-typings";
  const bytes = cache.read(file, isTypings ? integrityDigest(input.hash) : { algorithm: "sha256", hex: input.hash });
  if (!bytes) throw new InputError(`Cannot find ${version} in the cache "${cache.folder}". Try: npm run inputs`);
  if (!isTypings) {
    return readOpenApiV2(parseJson(name, bytes), { kubernetesVersion: version, name, sha256: input.hash });
  }
  const files = await readTarball(name, bytes, (path) => typingsPattern.test(path));
  const texts = new Map([...files].map(([path, content]) => [path.replace(/^.*\//, ""), content.toString("utf8")]));
  const facts = readTypingsFacts(version);
  return readClientTypings(texts, facts, { kubernetesVersion: version, name, sha256: integrityDigest(input.hash).hex });
}

/**
 * The committed enum values and lifecycles. The newest facts serve a version without facts of its own: lifecycles span
 * versions, and an enum can at most contain a value that was added later.
 */
export function readFacts(version: string): KubernetesFacts {
  const folder = new URL("../facts/", import.meta.url);
  const versions = readdirSync(folder).flatMap((file) => /^kubernetes-(v1\.\d+)\.json$/.exec(file)?.[1] ?? []);
  const newest = versions.toSorted((a, b) => minorOf(b) - minorOf(a))[0];
  const found = versions.includes(version) ? version : newest;
  if (!found) throw new InputError(`Cannot find facts for ${version} under tools/generate/facts`);
  return JSON.parse(readFileSync(new URL(`kubernetes-${found}.json`, folder), "utf8"));
}

function minorOf(version: string): number {
  return Number(version.slice("v1.".length));
}

/** The committed facts about the typings of one version. */
export function readTypingsFacts(version: string): ClientTypingsFacts {
  const file = new URL(`../facts/client-typings-${version}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** @throws {InputError} If the bytes are not JSON. */
export function parseJson(name: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new InputError(`Cannot read "${name}" as JSON: ${reason}. Try: fetch the file again`, { cause });
  }
}
