import { availableParallelism } from "node:os";
import process from "node:process";
import { countFlagOr } from "@kubeschema/command-kit";
import { runScript } from "@kubeschema/command-kit/run-script";
import { formatValidateTable, measureValidate } from "./validate-measure.ts";

await runScript<{ readonly files: number; readonly runs: number }>({
  name: "validate-bench",
  bin: import.meta.url,
  summary: "Writes a corpus of Deployments, Services, Ingresses and ConfigMaps, and times kubeschema-validate on it, " +
    "compared with only reading and parsing it. It needs a build.",
  examples: ["node tools/bench/src/validate-bench.ts", "node tools/bench/src/validate-bench.ts --files 50000 --runs 1"],
  flags: {
    files: countFlagOr({ value: "N", fallback: 5000, help: "files in the corpus" }),
    runs: countFlagOr({ value: "N", fallback: 9, help: "runs of each" }),
  },
  run: async ({ files, runs }, { world }) => {
    const measured = await measureValidate(files, runs);
    const machine = `${availableParallelism()} cores, Node ${process.versions.node}`;
    world.stdout.write(`${machine}; ${formatValidateTable(measured)}`);
    return 0;
  },
});
