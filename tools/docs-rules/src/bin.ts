import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { ingressDiffRules } from "./ingress-diff/ingress-diff-rules.ts";
import { validatorsRules } from "./validators/validators-rules.ts";

const help = `Examples:
  npm run rules -w @kubeschema-tools/docs-rules -- rules
  npx kubeschema-docs build --rules rules --out site

Usage: npm run rules -w @kubeschema-tools/docs-rules -- DIR

Writes what kubeschema-docs build --rules takes: the rules of ingress-diff and of the validators, each with an example
and what is said of it. The examples are run; one that shows anything else is an error.
`;

try {
  await main(process.argv.slice(2));
} catch (error) {
  const text = error instanceof Error ? process.env.DEBUG === "1" ? error.stack : error.message : String(error);
  process.stderr.write(`docs-rules: ${text}\n`);
  process.exitCode = 2;
}

async function main(args: readonly string[]): Promise<void> {
  const [folder] = args;
  if (args.includes("-h") || args.includes("--help")) return void process.stdout.write(help);
  if (folder === undefined || args.length > 1 || folder.startsWith("-")) {
    throw new RangeError(`Cannot write rules: expected one folder, found ${args.length} arguments. Try: --help`);
  }
  const sets = { "1-ingress-diff": await ingressDiffRules(), "2-validators": await validatorsRules() };
  await mkdir(folder, { recursive: true });
  for (const [name, set] of Object.entries(sets)) {
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(set, null, 1)}\n`);
  }
  process.stderr.write(
    `Wrote ${Object.values(sets).map(({ title, rules }) => `${rules.length} rules of ${title}`).join(" and ")}\n`,
  );
}
