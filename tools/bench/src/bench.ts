import { availableParallelism } from "node:os";
import process from "node:process";
import { parseArgs } from "node:util";
import { measureBuild } from "./measure-build.ts";
import { measureColdStart } from "./measure-cold-start.ts";
import { formatTable } from "./measurement.ts";
import { formatTypesTable, measureTypes } from "./types-measure.ts";
import { formatValidateTable, measureValidate } from "./validate-measure.ts";
import { formatThroughput, measureThroughput } from "./validate-throughput.ts";

const help = `Examples:
  npm run bench
  npm run -s bench -w @kubeschema-tools/bench -- --json --runs 31

Measures cold starts, code generation, a cached build, kubeschema-validate on a small corpus, and type-checking with our
types and those of others, which npm installs into the cache folder. It needs a build.

Options:
  --json        print the numbers as JSON
  --only NAME   one of the benches: start, build, validate, types
  --runs N      runs per cold start and type check, 15 by default
`;

// A small version of validate-bench.ts, whose figures are the ones that count.
const [corpusFiles, corpusRuns, throughputMs] = [1000, 3, 500];

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
      only: { type: "string" },
      runs: { type: "string", default: "15" },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) {
    throw new RangeError(`Cannot run "${values.runs}" times: expected 1 or more`);
  }
  const only = values.only;
  if (only !== undefined && !["start", "build", "validate", "types"].includes(only)) {
    throw new RangeError(`Cannot measure "${only}": expected start, build, validate or types`);
  }
  const isWanted = (name: string): boolean => only === undefined || only === name;
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const measurements = [
    ...(isWanted("start") ? await measureColdStart(runs) : []),
    ...(isWanted("build") ? await measureBuild() : []),
  ];
  const validate = isWanted("validate") ? await measureValidate(corpusFiles, corpusRuns) : undefined;
  const throughput = isWanted("validate") ? await measureThroughput(throughputMs) : [];
  const types = isWanted("types") ? await measureTypes(runs, say) : [];
  const machine = { cores: availableParallelism(), node: process.versions.node, runs };
  const tables = [
    ...(measurements.length > 0 ? [formatTable(measurements)] : []),
    ...(validate === undefined ? [] : [formatValidateTable(validate), formatThroughput(throughput)]),
    ...(types.length > 0 ? [formatTypesTable(types)] : []),
  ];
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ machine, measurements, validate, throughput, types }, null, 2)}\n`
      : `${machine.cores} cores, Node ${machine.node}, ${runs} runs each\n\n${tables.join("\n")}`,
  );
}
