import { cannotRead, type Files } from "@kubeschema/command-kit";
import { isJsonObject } from "../observe/json-value.ts";

/**
 * Reads the ids of the findings in an earlier JSON report.
 *
 * @throws {CommandError} If it is not there, or not a report of version 1.
 */
export async function loadBaseline(path: string, files: Pick<Files, "readText">): Promise<ReadonlySet<string>> {
  try {
    return idsOf(parse(await files.readText(path)));
  } catch (cause) {
    throw cannotRead(path, cause, { hint: `ingress-diff -A -o json --exit-zero > ${path}` });
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SyntaxError("it is not JSON", { cause });
  }
}

function idsOf(report: unknown): ReadonlySet<string> {
  if (!isJsonObject(report) || !Array.isArray(report.findings)) {
    throw new TypeError("it is not a JSON report of ingress-diff");
  }
  if (report.version !== 1) throw new TypeError(`expected version 1, found ${JSON.stringify(report.version)}`);
  return new Set(report.findings.map((finding: unknown) => {
    if (isJsonObject(finding) && typeof finding.id === "string") return finding.id;
    throw new TypeError("it holds a finding without an id");
  }));
}
