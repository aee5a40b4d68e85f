import { readFileSync, writeFileSync } from "node:fs";
import { denoConfig, denoConfigPath } from "./deno-config.ts";
import { listPackages } from "./package-folder.ts";

/** The outside world, as `bin.ts` hands it in. */
export interface World {
  readonly args: readonly string[];
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const HELP = `Usage: kubeschema-repo sync    # align every package's deno.json with its package.json

Run it after "npm run generate": the subpaths of generated modules are listed from src/gen.
`;

/** Runs the command and returns its exit code: 0 done, 2 wrong usage. */
export function main({ args, stdout, stderr }: World): number {
  const [command] = args;
  if (command === "-h" || command === "--help") {
    stdout.write(HELP);
    return 0;
  }
  if (command !== "sync" || args.length > 1) {
    stderr.write(`kubeschema-repo: Unknown command "${args.join(" ")}". Try: --help\n`);
    return 2;
  }
  for (const folder of listPackages()) {
    const path = denoConfigPath(folder);
    const text = `${JSON.stringify(denoConfig(folder), null, 2)}\n`;
    if (text === readFileSync(path, "utf8")) continue;
    writeFileSync(path, text);
    stdout.write(`Aligned packages/${folder.name}/deno.json\n`);
  }
  return 0;
}
