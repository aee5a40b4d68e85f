import { availableParallelism } from "node:os";
import process from "node:process";
import { countFlagOr } from "@kubeschema/command-kit";
import { runScript } from "@kubeschema/command-kit/run-script";
import { formatDocsTable, measureDocs } from "./docs-measure.ts";

await runScript<{ readonly runs: number }>({
  name: "docs-bench",
  bin: import.meta.url,
  summary: "Times kubeschema-docs build, TypeDoc with typedoc-plugin-markdown on kubernetes-types, and Redocly's " +
    "build-docs on the OpenAPI document in one run, and measures the size of what they write. It needs a build and the " +
    "npm registry.",
  examples: [
    "npm run bench:docs -w @kubeschema-tools/bench",
    "npm run bench:docs -w @kubeschema-tools/bench -- --runs 1",
  ],
  flags: { runs: countFlagOr({ value: "N", fallback: 3, help: "runs of each; the table has the medians" }) },
  run: async ({ runs }, { world }) => {
    const measured = await measureDocs(runs);
    const machine = `${availableParallelism()} cores, Node ${process.versions.node}, median of ${runs}`;
    world.stdout.write(`${machine}\n\n${formatDocsTable(measured)}`);
    return 0;
  },
});
