import { availableParallelism } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { formatValidateTable, measureValidate } from "./validate-measure.ts";

const help = `Examples:
  node tools/bench/src/validate-bench.ts
  node tools/bench/src/validate-bench.ts --files 50000 --runs 1

Writes a corpus of Deployments, Services, Ingresses and ConfigMaps, and times kubeschema-validate on it, compared with
only reading and parsing it. It needs a build.

Options:
  --files N   files in the corpus, 5000 by default
  --runs N    runs of each, 9 by default
`;

try {
  await main();
} catch (error) {
  process.stderr.write(`validate-bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", short: "h" },
      files: { type: "string", default: "5000" },
      runs: { type: "string", default: "9" },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const [files, runs] = [Number(values.files), Number(values.runs)];
  for (const [name, value] of Object.entries({ files, runs })) {
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`--${name} expects 1 or more`);
  }
  const measured = await measureValidate(files, runs);
  const machine = `${availableParallelism()} cores, Node ${process.versions.node}`;
  process.stdout.write(`${machine}; ${formatValidateTable(measured)}`);
}
