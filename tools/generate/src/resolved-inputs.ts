import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError } from "./input-error.ts";
import type { MissingInput, ResolvedInput } from "./resolve-input.ts";

/** The result of `kubeschema-generate inputs`: the only file that every later step reads, and that Turborepo hashes. */
export interface ResolvedInputs {
  readonly default: string;
  readonly inputs: readonly ResolvedInput[];
  readonly missing: readonly MissingInput[];
}

const resolvedFile = fileURLToPath(new URL("../.resolved/inputs.json", import.meta.url));

/** Writes the result; the same result gives the same bytes, and reasons, which vary, are left out. */
export function writeResolvedInputs(found: ResolvedInputs): void {
  const stable = { ...found, missing: found.missing.map(({ version }) => ({ version, reasons: [] })) };
  mkdirSync(dirname(resolvedFile), { recursive: true });
  writeFileSync(`${resolvedFile}.${process.pid}`, `${JSON.stringify(stable, null, 2)}\n`);
  renameSync(`${resolvedFile}.${process.pid}`, resolvedFile);
}

/** Reads the result of `kubeschema-generate inputs`. */
export function readResolvedInputs(): ResolvedInputs {
  try {
    return JSON.parse(readFileSync(resolvedFile, "utf8"));
  } catch (cause) {
    throw new InputError("Cannot generate before the inputs are resolved. Try: npm run inputs", { cause });
  }
}
