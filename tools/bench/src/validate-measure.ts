import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { run, runWithMemory } from "./child-process.ts";
import type { Measurement } from "./measurement.ts";
import { median } from "./median.ts";
import { type Corpus, writeCorpus } from "./validate-corpus.ts";

/** What a run over the corpus costs; ratios are to the first row. */
export interface ValidateMeasurement extends Measurement {
  /** The fastest run: what is left when nothing else is going on. */
  readonly fastestMs: number;
  readonly fastestRatio: number;
}

/** Folder from which the packages of the workspace resolve, to their build. */
const cwd: string = fileURLToPath(new URL("..", import.meta.url));
const command: string = fileURLToPath(
  new URL("../../../packages/validators/bin/kubeschema-validate.js", import.meta.url),
);

/** What nobody who validates YAML in one thread can do without. Plain JavaScript, so that no types are stripped. */
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
 * Times `kubeschema-validate` on a corpus against reading and parsing the same files with js-yaml in one thread. Runs of
 * both alternate, so that a busy moment of the machine hits them alike.
 *
 * @throws {Error} If a file of the corpus is not valid: then something else than speed is wrong.
 */
export async function measureValidate(
  fileCount: number,
  runs: number,
): Promise<{ readonly corpus: Corpus; readonly measurements: readonly ValidateMeasurement[] }> {
  const folder = await mkdtemp(join(tmpdir(), "kubeschema-bench-corpus-"));
  try {
    const corpus = writeCorpus(folder, fileCount);
    const rows = [
      { name: "read and parse, js-yaml", args: ["--input-type=module", "-e", readAndParse, folder, String(fileCount)] },
      { name: "kubeschema-validate", args: [command, folder] },
      { name: "kubeschema-validate -n 1", args: [command, "-n", "1", folder] },
    ];
    const times = rows.map((): number[] => []);
    // The first round only fills the file cache.
    for (let round = -1; round < runs; round++) {
      for (const [index, { args }] of rows.entries()) {
        const { wallMs } = await run(process.execPath, args, { cwd });
        if (round >= 0) times[index]?.push(wallMs);
      }
    }
    const measurements: ValidateMeasurement[] = [];
    for (const [index, { name, args }] of rows.entries()) {
      const { peakBytes } = await runWithMemory(process.execPath, args, { cwd });
      const wallMs = median(times[index] ?? []);
      const fastestMs = Math.min(...(times[index] ?? []));
      const [first] = measurements;
      measurements.push({
        ...{ name, wallMs, fastestMs, peakBytes },
        ratio: first === undefined ? 1 : wallMs / first.wallMs,
        fastestRatio: first === undefined ? 1 : fastestMs / first.fastestMs,
      });
    }
    return { corpus, measurements };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
