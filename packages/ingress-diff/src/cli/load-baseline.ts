import { isJsonObject } from "../observe/json-value.ts";
import { ObservationError } from "../observe/observation-error.ts";
import type { SnapshotFiles } from "./read-snapshot-texts.ts";
import { readTextIfThere } from "./read-text-if-there.ts";

/**
 * Reads the ids of the findings in an earlier JSON report.
 *
 * @throws {ObservationError} If it is not there, or no report of version 1.
 */
export async function loadBaseline(path: string, files: Pick<SnapshotFiles, "readText">): Promise<ReadonlySet<string>> {
  const text = await readTextIfThere(path, files);
  if (text === undefined) throw failure(path, "there is no such file");
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch (cause) {
    throw failure(path, "it is not JSON", cause);
  }
  if (!isJsonObject(report) || !Array.isArray(report.findings)) throw failure(path, "it is no report of ingress-diff");
  if (report.version !== 1) throw failure(path, `expected version 1, found ${JSON.stringify(report.version)}`);
  return new Set(report.findings.map((finding: unknown) => {
    if (isJsonObject(finding) && typeof finding.id === "string") return finding.id;
    throw failure(path, "it holds a finding without an id");
  }));
}

function failure(path: string, reason: string, cause?: unknown): ObservationError {
  return new ObservationError(
    `Cannot read baseline "${path}": ${reason}`,
    `ingress-diff -A -o json --exit-zero > ${path}`,
    { cause },
  );
}
