import { checkDocument, type CheckOptions } from "./check/check-document.ts";
import { createKindFilter } from "./check/kind-filter.ts";
import type { Result, Summary } from "./check/result.ts";
import { createSummary } from "./check/summarize.ts";
import { findSources, type Source } from "./input/find-sources.ts";
import { readFileText, readPipeText, readStreamText } from "./input/read-source.ts";
import { reasonOf } from "./input/reason-of.ts";
import { readManifest } from "./manifest/read-manifest.ts";
import type { Options } from "./parse-options.ts";
import type { World } from "./world.ts";

/** What is told on the way. */
export interface Listener {
  readonly onSource: () => void;
  readonly onResult: (result: Result) => Promise<void> | undefined;
  readonly onSchemaVersion: (schemaVersion: string) => void;
}

/** Judges every object of every source, one after the other, and counts. */
export async function validateSources(options: Options, stdin: World["stdin"], listener: Listener): Promise<Summary> {
  const summary = createSummary();
  const checkOptions = toCheckOptions(options, listener);
  const paths = options.paths.length === 0 ? ["-"] : options.paths;
  const isIgnored = (path: string): boolean => options.ignoredPatterns.some((pattern) => pattern.test(path));
  for (const source of findSources(paths, isIgnored)) {
    for await (const result of checkSource(source, stdin, checkOptions)) {
      summary.add(result);
      const isWritten = listener.onResult(result);
      if (isWritten !== undefined) await isWritten;
      const isProblem = result.status === "invalid" || result.status === "error";
      if (isProblem && options.isExitOnError) return summary.read();
    }
    listener.onSource();
  }
  return summary.read();
}

function toCheckOptions(options: Options, { onSchemaVersion }: Listener): CheckOptions {
  const { kubernetesVersion, areUnknownFieldsIgnored, areMissingSchemasIgnored } = options;
  return {
    validation: {
      ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }),
      unknownFields: areUnknownFieldsIgnored ? "ignore" : "error",
    },
    isSkipped: createKindFilter(options.skippedKinds),
    isRejected: createKindFilter(options.rejectedKinds),
    areMissingSchemasIgnored,
    onSchemaVersion,
  };
}

async function* checkSource(source: Source, stdin: World["stdin"], options: CheckOptions): AsyncGenerator<Result> {
  let text: string;
  try {
    if (source.type === "problem") return yield unreadable(source.path, source.problem);
    text = source.type === "file" ? readFileText(source.path) : await readSlowly(source, stdin);
  } catch (error) {
    return yield unreadable(source.path, reasonOf(error));
  }
  for (const document of readManifest(text)) yield* await checkDocument(source.path, document, options);
}

function readSlowly(source: Source, stdin: World["stdin"]): Promise<string> {
  return source.type === "stdin" ? readStreamText(stdin) : readPipeText(source.path);
}

function unreadable(source: string, message: string): Result {
  return {
    ...{ source, document: 0, line: 0, apiVersion: "", kind: "", namespace: "", name: "", status: "error" },
    issues: [{
      type: "Invalid",
      fieldPath: "",
      message: `Cannot read it: ${message}`,
      value: null,
      line: 0,
      column: 0,
    }],
    warnings: [],
  };
}
