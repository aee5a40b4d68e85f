import { availableParallelism } from "node:os";
import process from "node:process";
import { choiceFlag, countFlagOr, switchFlag } from "@kubeschema/command-kit";
import { runScript } from "@kubeschema/command-kit/run-script";
import { measureBuild } from "./measure-build.ts";
import { measureColdStart } from "./measure-cold-start.ts";
import { formatTable } from "./measurement.ts";
import { formatTypesTable, measureTypes } from "./types-measure.ts";
import { formatValidateTable, measureValidate } from "./validate-measure.ts";
import { formatThroughput, measureThroughput } from "./validate-throughput.ts";

// A small version of validate-bench.ts, whose figures are the ones that count.
const [corpusFiles, corpusRuns, throughputMs] = [1000, 3, 500];

interface BenchOptions {
  readonly json: boolean;
  readonly only?: "start" | "build" | "validate" | "types";
  readonly runs: number;
}

await runScript<BenchOptions>({
  name: "bench",
  bin: import.meta.url,
  summary: "Measures cold starts, code generation, a cached build, kubeschema-validate on a small corpus, and " +
    "type-checking with our types and those of others, which npm installs into the cache folder. It needs a build.",
  examples: ["npm run bench", "npm run -s bench -w @kubeschema-tools/bench -- --json --runs 31"],
  flags: {
    json: switchFlag({ help: "print the numbers as JSON" }),
    only: choiceFlag({ value: "NAME", choices: ["start", "build", "validate", "types"], help: "one of the benches" }),
    runs: countFlagOr({ value: "N", fallback: 15, help: "runs per cold start and type check" }),
  },
  run: async ({ json, only, runs }, { world }) => {
    const isWanted = (name: string): boolean => only === undefined || only === name;
    const say = (line: string): void => void world.stderr.write(`${line}\n`);
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
    world.stdout.write(
      json
        ? `${JSON.stringify({ machine, measurements, validate, throughput, types }, null, 2)}\n`
        : `${machine.cores} cores, Node ${machine.node}, ${runs} runs each\n\n${tables.join("\n")}`,
    );
    return 0;
  },
});
