import { describeIoError, type World } from "@kubeschema/command-kit";
import { readManifest } from "@kubeschema/manifest-reader";
import { checkDocument, type CheckOptions } from "./check/check-document.ts";
import { createCrdIndex } from "./crds/crd-index.ts";
import { createKindFilter } from "./check/kind-filter.ts";
import type { Result } from "./check/result.ts";
import type { Source } from "./input/find-sources.ts";
import { readFileText, readPipeText, readStreamText } from "./input/read-source.ts";
import type { BatchOptions } from "./validate-options.ts";

/** The results of some sources; they can be sent from one thread to another. */
export interface CheckedBatch {
  readonly results: readonly Result[];
  /** The versions whose schemas were used. */
  readonly schemaVersions: ReadonlySet<string>;
}

/** Judges every object of some sources. Only the main thread has a stdin. */
export async function checkBatch(
  sources: readonly Source[],
  options: BatchOptions,
  stdin?: World["stdin"],
): Promise<CheckedBatch> {
  const schemaVersions = new Set<string>();
  const customKinds = await createCrdIndex(options.crdDefinitions);
  const checkOptions = { ...toCheckOptions(options, schemaVersions), ...(customKinds ? { customKinds } : {}) };
  const results: Result[] = [];
  for (const source of sources) {
    await checkSource(source, stdin, checkOptions, results);
    if (options.exitOnError && results.some(({ status }) => status === "invalid" || status === "error")) break;
  }
  return { results, schemaVersions };
}

function toCheckOptions(options: BatchOptions, schemaVersions: Set<string>): CheckOptions {
  const { kubernetesVersion, strict, ignoreMissingSchemas } = options;
  return {
    validation: {
      ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }),
      unknownFields: strict ? "error" : "ignore",
    },
    isSkipped: createKindFilter(options.skip),
    isRejected: createKindFilter(options.reject),
    areMissingSchemasIgnored: ignoreMissingSchemas,
    onSchemaVersion: (version) => void schemaVersions.add(version),
  };
}

async function checkSource(
  source: Source,
  stdin: World["stdin"] | undefined,
  options: CheckOptions,
  results: Result[],
): Promise<void> {
  let text: string;
  try {
    if (source.type === "problem") return void results.push(unreadable(source.path, source.problem));
    text = source.type === "file" ? readFileText(source.path) : await readSlowly(source, stdin);
  } catch (error) {
    results.push(unreadable(source.path, describeIoError(error)));
    return;
  }
  for (const document of readManifest(text)) {
    for (const result of await checkDocument(source.path, document, options)) results.push(result);
  }
}

function readSlowly(source: Source, stdin: World["stdin"] | undefined): Promise<string> {
  return source.type === "stdin" && stdin !== undefined ? readStreamText(stdin) : readPipeText(source.path);
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
