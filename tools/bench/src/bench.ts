import { availableParallelism } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { measureBuild } from "./measure-build.ts";
import { measureColdStart } from "./measure-cold-start.ts";
import { formatTable } from "./measurement.ts";

const help = `Examples:
  npm run bench
  npm run -s bench -w @kubeschema-tools/bench -- --json --runs 31

Measures cold starts, code generation and a cached build. It needs a build.

Options:
  --json     print the numbers as JSON
  --runs N   runs per cold start, 15 by default
`;

try {
  await main();
} catch (error) {
  const isDebug = Boolean(process.env.DEBUG);
  process.stderr.write(`bench: ${error instanceof Error ? (isDebug ? error.stack : error.message) : String(error)}\n`);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      help: { type: "boolean", short: "h" },
      json: { type: "boolean" },
      runs: { type: "string", default: "15" },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new RangeError(`Cannot run "${values.runs}" times: want 1 or more`);
  const measurements = [...await measureColdStart(runs), ...await measureBuild()];
  const machine = { cores: availableParallelism(), node: process.versions.node, runs };
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ machine, measurements }, null, 2)}\n`
      : `${machine.cores} cores, Node ${machine.node}, ${runs} runs per cold start\n\n${formatTable(measurements)}`,
  );
}
