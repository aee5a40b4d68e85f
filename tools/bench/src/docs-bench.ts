import { availableParallelism } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { formatDocsTable, measureDocs } from "./docs-measure.ts";

const help = `Examples:
  npm run bench:docs -w @kubeschema-tools/bench
  npm run bench:docs -w @kubeschema-tools/bench -- --runs 1

Times kubeschema-docs build, TypeDoc with typedoc-plugin-markdown on kubernetes-types, and Redocly's build-docs on the
OpenAPI document in one run, and measures the size of what they write. It needs a build and the npm registry.

Options:
  --runs N    runs of each, 3 by default; the table has the medians
`;

try {
  await main();
} catch (error) {
  process.stderr.write(`docs-bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { help: { type: "boolean", short: "h" }, runs: { type: "string", default: "3" } },
  });
  if (values.help) return void process.stdout.write(help);
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError("--runs expects 1 or more");
  const measured = await measureDocs(runs);
  const machine = `${availableParallelism()} cores, Node ${process.versions.node}, median of ${runs}`;
  process.stdout.write(`${machine}\n\n${formatDocsTable(measured)}`);
}
