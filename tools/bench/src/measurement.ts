import { alignTable } from "./align-table.ts";

/** One row of the result. */
export interface Measurement {
  readonly name: string;
  /** Wall time; for a cold start the median of all runs. */
  readonly wallMs: number;
  /** Wall time minus that of bare Node. */
  readonly netMs?: number;
  /** Wall time as a multiple of that of bare Node. */
  readonly ratio?: number;
  /** Peak memory (resident set) of the largest Node process. */
  readonly peakBytes: number;
}

/** Formats rows as a Markdown table. */
export function formatTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ name, wallMs, netMs, ratio, peakBytes }) => [
    name,
    formatMs(wallMs),
    netMs === undefined ? "" : formatMs(netMs),
    ratio === undefined ? "" : `${ratio.toFixed(2)} x`,
    `${Math.round(peakBytes / 2 ** 20)} MiB`,
  ]);
  return alignTable([["what", "wall", "net of node -e 0", "ratio", "peak memory"], ...rows]);
}

function formatMs(ms: number): string {
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
