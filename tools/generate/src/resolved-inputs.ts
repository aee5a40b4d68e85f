import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "./input-error.ts";
import type { MissingInput, ResolvedInput } from "./resolve-input.ts";

/** What `kubeschema-generate inputs` found: the one thing that every later step reads, and that Turborepo hashes. */
export interface ResolvedInputs {
  readonly default: string;
  readonly inputs: readonly ResolvedInput[];
  readonly missing: readonly MissingInput[];
}

const FILE = fileURLToPath(new URL("../.resolved/inputs.json", import.meta.url));

/** Writes what was found; the same findings give the same bytes, and reasons, which vary, stay out. */
export function writeResolvedInputs(found: ResolvedInputs): void {
  const stable = { ...found, missing: found.missing.map(({ version }) => ({ version, reasons: [] })) };
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(`${FILE}.${process.pid}`, `${JSON.stringify(stable, null, 2)}\n`);
  renameSync(`${FILE}.${process.pid}`, FILE);
}

/** Reads what `kubeschema-generate inputs` found. */
export function readResolvedInputs(): ResolvedInputs {
  try {
    return JSON.parse(readFileSync(FILE, "utf8"));
  } catch (cause) {
    throw new InputError("Cannot generate before the inputs are resolved. Try: npm run inputs", { cause });
  }
}
