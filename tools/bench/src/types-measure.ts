import process from "node:process";
import { fileURLToPath } from "node:url";
import { alignTable } from "./align-table.ts";
import { run, runWithMemory } from "./child-process.ts";
import { median } from "./median.ts";
import { prepareTypesProjects } from "./types-projects.ts";

/** The cost of type-checking one file with the types of one package. */
export interface TypesMeasurement {
  readonly name: string;
  /** Median of all runs of `tsc -p`. */
  readonly wallMs: number;
  /** Median of the differences from the neighbouring run of the bare file. */
  readonly overBaseMs: number;
  /** The fastest run minus the fastest of the bare file: what remains when nothing else uses the machine. */
  readonly fastestOverBaseMs: number;
  readonly peakBytes: number;
  readonly peakOverBaseBytes: number;
  /** Files that the compiler loads, including its own library. */
  readonly fileCount: number;
  /** Lines of declarations outside the compiler's own library. */
  readonly lineCount: number;
  readonly installedBytes?: number;
}

const tsc = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));

/**
 * Type-checks the same Ingress and Deployment with each peer's types. Runs of all peers alternate, so that a busy
 * moment of the machine affects them equally, and a difference is taken between neighbours.
 */
export async function measureTypes(
  runs: number,
  say: (line: string) => void,
): Promise<readonly TypesMeasurement[]> {
  const projects = await prepareTypesProjects(say);
  say(`Type-checking ${projects.length} projects ${runs} times`);
  const times = projects.map((): number[] => []);
  const peaks = projects.map((): number[] => []);
  // The first round only fills the file cache.
  for (let round = -1; round < runs; round++) {
    for (const [index, { folder }] of projects.entries()) {
      const { wallMs } = await run(process.execPath, [tsc, "-p", folder], { cwd: folder });
      if (round >= 0) times[index]?.push(wallMs);
    }
  }
  // Memory hardly varies; a quarter of the runs is enough.
  for (let round = 0; round < Math.max(3, Math.ceil(runs / 4)); round++) {
    for (const [index, { folder }] of projects.entries()) {
      peaks[index]?.push((await runWithMemory(process.execPath, [tsc, "-p", folder], { cwd: folder })).peakBytes);
    }
  }
  const [baseTimes = [], basePeak] = [times[0], median(peaks[0] ?? [])];
  return Promise.all(projects.map(async ({ name, folder, installedBytes }, index) => {
    const own = times[index] ?? [];
    const peakBytes = median(peaks[index] ?? []);
    return {
      name,
      wallMs: median(own),
      overBaseMs: median(own.map((wallMs, round) => wallMs - (baseTimes[round] ?? Number.NaN))),
      fastestOverBaseMs: Math.min(...own) - Math.min(...baseTimes),
      peakBytes,
      peakOverBaseBytes: peakBytes - basePeak,
      ...await countLoaded(folder),
      ...(installedBytes === undefined ? {} : { installedBytes }),
    };
  }));
}

/** Formats the rows as a Markdown table. */
export function formatTypesTable(measurements: readonly TypesMeasurement[]): string {
  return alignTable([
    ["types", "wall", "over base", "fastest", "peak memory", "over base", "files", "lines", "installed"],
    ...measurements.map((row) => [
      row.name,
      `${(row.wallMs / 1000).toFixed(3)} s`,
      `${signed(row.overBaseMs / 1000, 3)} s`,
      `${signed(row.fastestOverBaseMs / 1000, 3)} s`,
      `${Math.round(row.peakBytes / 2 ** 20)} MiB`,
      `${signed(row.peakOverBaseBytes / 2 ** 20, 0)} MiB`,
      String(row.fileCount),
      String(row.lineCount),
      row.installedBytes === undefined ? "" : `${(row.installedBytes / 1e6).toFixed(1)} MB`,
    ]),
  ]);
}

async function countLoaded(folder: string): Promise<{ fileCount: number; lineCount: number }> {
  const { stdout } = await run(process.execPath, [tsc, "-p", folder, "--extendedDiagnostics"], { cwd: folder });
  const count = (label: string): number => {
    const found = new RegExp(`^${label}:\\s+(\\d+)`, "m").exec(stdout)?.[1];
    if (found === undefined) throw new Error(`Cannot read "${label}" from tsc --extendedDiagnostics:\n${stdout}`);
    return Number(found);
  };
  return { fileCount: count("Files"), lineCount: count("Lines of Definitions") };
}

function signed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  // Never "-0.000": what rounds to zero is written as zero.
  return Number(text) === 0 ? (0).toFixed(digits) : value > 0 ? `+${text}` : text;
}
