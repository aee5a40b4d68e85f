import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { alignTable } from "./align-table.ts";
import { run } from "./child-process.ts";
import { median } from "./median.ts";
import { type Corpus, writeCorpus } from "./validate-corpus.ts";

/** The cost of a run over the corpus; ratios are to the first row. */
export interface ValidateMeasurement {
  readonly name: string;
  /** The median of all runs, as is the processor time. */
  readonly wallMs: number;
  readonly wallRatio: number;
  /** Of all threads together. It says more than the clock where the machine is busy with other work. */
  readonly cpuMs: number;
  readonly cpuRatio: number;
  readonly peakBytes: number;
}

/** The cost of runs over one corpus. */
export interface ValidateBench {
  readonly corpus: Corpus;
  readonly runs: number;
  readonly measurements: readonly ValidateMeasurement[];
}

/** A folder from which the packages of the workspace resolve to their build. */
const cwd: string = fileURLToPath(new URL("..", import.meta.url));
const command: string = fileURLToPath(
  new URL("../../../packages/validators/bin/kubeschema-validate.js", import.meta.url),
);

/**
 * The least that any validator of YAML in one thread must do. Plain JavaScript, so that no types need to be stripped.
 */
const readAndParse = `
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";
let count = 0;
for (const entry of readdirSync(process.argv[1], { recursive: true, withFileTypes: true })) {
  if (entry.isFile()) count += loadAll(readFileSync(join(entry.parentPath, entry.name), "utf8")).length;
}
if (count !== Number(process.argv[2])) throw new Error("Read " + count + " documents");
`;

/**
 * Times `kubeschema-validate` on a corpus against reading and parsing the same files with js-yaml in one thread. Runs
 * of both alternate, so that a busy moment of the machine affects them equally.
 *
 * @throws {Error} If a file of the corpus is not valid: then something other than speed is wrong.
 */
export async function measureValidate(fileCount: number, runs: number): Promise<ValidateBench> {
  const folder = await mkdtemp(join(tmpdir(), "kubeschema-bench-corpus-"));
  try {
    const corpus = writeCorpus(folder, fileCount);
    const rows = [
      { name: "read and parse, js-yaml", args: ["--input-type=module", "-e", readAndParse, folder, String(fileCount)] },
      { name: "kubeschema-validate", args: [command, folder] },
      { name: "kubeschema-validate -n 2", args: [command, "-n", "2", folder] },
    ];
    const samples = rows.map((): Sample[] => []);
    // The first round only fills the file cache.
    for (let round = -1; round < runs; round++) {
      for (const [index, { args }] of rows.entries()) {
        const sample = await measureOnce(args);
        if (round >= 0) samples[index]?.push(sample);
      }
    }
    const medians = samples.map((row) => ({
      wallMs: median(row.map(({ wallMs }) => wallMs)),
      cpuMs: median(row.map(({ cpuMs }) => cpuMs)),
      peakBytes: Math.max(...row.map(({ peakBytes }) => peakBytes)),
    }));
    const [first = { wallMs: 1, cpuMs: 1 }] = medians;
    const measurements = medians.map(({ wallMs, cpuMs, peakBytes }, index) => ({
      ...{ name: rows[index]?.name ?? "", wallMs, cpuMs, peakBytes },
      ...{ wallRatio: wallMs / first.wallMs, cpuRatio: cpuMs / first.cpuMs },
    }));
    return { corpus, runs, measurements };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes what the corpus is, and the rows as a Markdown table. */
export function formatValidateTable({ corpus, runs, measurements }: ValidateBench): string {
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
  const times = (ratio: number): string => `${ratio.toFixed(2)} x`;
  const rows = measurements.map(({ name, wallMs, wallRatio, cpuMs, cpuRatio, peakBytes }) => [
    name,
    ...[seconds(wallMs), times(wallRatio), seconds(cpuMs), times(cpuRatio), `${Math.round(peakBytes / 1e6)} MB`],
  ]);
  const lines = Math.round(corpus.lineCount / corpus.fileCount);
  const table = alignTable([["what", "wall", "ratio", "processor", "ratio", "peak memory"], ...rows]);
  const megabytes = (corpus.sizeBytes / 1e6).toFixed(1);
  return `${corpus.fileCount} files, ${lines} lines each, ${megabytes} MB; ${runs} runs\n\n${table}`;
}

interface Sample {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakBytes: number;
}

/** Loaded into the process that is measured: prints the resources that it used when it ends. */
const recorder = `data:text/javascript,${
  encodeURIComponent(`
import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread) {
  process.on("exit", () => {
    const { user, system } = process.cpuUsage();
    writeSync(1, "\\n" + JSON.stringify({ cpuMs: (user + system) / 1000, peakBytes: process.resourceUsage().maxRSS * 1024 }));
  });
}
`)
}`;

async function measureOnce(args: readonly string[]): Promise<Sample> {
  const { wallMs, stdout } = await run(process.execPath, ["--import", recorder, ...args], { cwd });
  const recorded: unknown = JSON.parse(stdout.slice(stdout.lastIndexOf("\n") + 1));
  return { wallMs, ...recorded as Omit<Sample, "wallMs"> }; // What the recorder printed.
}
