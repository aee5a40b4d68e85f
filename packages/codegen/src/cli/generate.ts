import { createHash } from "node:crypto";
import {
  type Call,
  CommandError,
  createKubectl,
  createProgress,
  exitCode,
  exitCodeOfSignal,
  interrupted,
  type World,
} from "@kubeschema/command-kit";
import type { SchemaModel } from "@kubeschema/model";
import type { OutputFile } from "../output-file.ts";
import { type LoadedModel, loadModel } from "./load-model.ts";
import { newestKubernetes } from "./newest-kubernetes.ts";
import { writeOutput } from "./output-folder.ts";
import { parseDocuments, type SourceDocument } from "./parse-document.ts";
import { readCluster } from "./read-cluster.ts";
import { readSource } from "./read-source.ts";
import { selectKinds } from "./select-kinds.ts";
import type { SourceOptions } from "./source-flags.ts";
import { summaryLines } from "./summary.ts";
import type { TargetOptions } from "./target-flags.ts";

/** The name of the generator in the generated files. */
export const generator = "kubeschema-codegen";

/** The kind of code that is generated. */
export interface Target {
  /** For the summary: `types`. */
  readonly name: string;
  readonly emit: (model: SchemaModel) => EmittedFiles;
}

/** Files, and notes about them. */
export interface EmittedFiles {
  readonly files: readonly OutputFile[];
  readonly notes: readonly string[];
}

/** Reads schemas, generates code from them, and writes it. */
export async function generate(
  options: SourceOptions & TargetOptions,
  { world, reportError }: Call,
  target: Target,
): Promise<number> {
  // With a handler, a signal waits until files that are being written are in place, and temporary files are removed.
  world.onStop((reason) => {
    if (reason === "SIGPIPE") return;
    reportError(interrupted(reason));
    world.exit(exitCodeOfSignal(reason));
  });
  const progress = createProgress(world);
  try {
    const { loaded, warnings } = await read(options, world, progress.show);
    refuseErrors(loaded);
    progress.show("writing");
    const model = selectKinds(loaded.model, options.kinds);
    const { files, notes } = target.emit(model);
    const { out } = options;
    const written = out === undefined ? undefined : { out, ...writeOutput(out, files, options) };
    progress.clear();
    if (out === undefined) world.stdout.write(files.map(({ path }) => `${path}\n`).join(""));
    const outcome = { ...loaded, model, warnings: [...warnings, ...notes], files, written, target: target.name };
    for (const line of summaryLines(outcome)) world.stderr.write(`${line}\n`);
    return exitCode.ok;
  } finally {
    progress.clear();
  }
}

interface Input {
  readonly loaded: LoadedModel;
  readonly warnings: readonly string[];
}

async function read(options: SourceOptions, world: World, show: (text: string) => void): Promise<Input> {
  return options.from.includes("cluster")
    ? await readFromCluster(options, world, show)
    : await readFiles(options, world, show);
}

async function readFromCluster(
  { context, kubeconfig, kubernetesVersion }: SourceOptions,
  world: World,
  show: (text: string) => void,
): Promise<Input> {
  show("asking the cluster");
  const kubectl = createKubectl(world, { context, kubeconfig, instead: "give --from the files" });
  const cluster = await readCluster(kubectl);
  const { model, ...rest } = loadModel(cluster.documents, {
    kubernetesVersion: kubernetesVersion ?? cluster.kubernetesVersion ?? newestKubernetes,
    name: "cluster",
    sha256: "",
  });
  // The answers of a server contain resource versions and times; what they say about kinds does not.
  const sha256 = createHash("sha256").update(JSON.stringify([model.kinds, model.definitions])).digest("hex");
  const name = `cluster, Kubernetes ${model.kubernetesVersion}`;
  return {
    loaded: { ...rest, model: { ...model, source: { ...model.source, name, sha256 } } },
    warnings: cluster.warnings,
  };
}

async function readFiles(
  { from: sources, kubernetesVersion = newestKubernetes }: SourceOptions,
  world: World,
  show: (text: string) => void,
): Promise<Input> {
  const hash = createHash("sha256");
  const documents: SourceDocument[] = [];
  const names: string[] = [];
  for (const from of sources) {
    show(`reading ${from}`);
    for (const text of await readSource(from, world)) {
      hash.update(text.bytes);
      names.push(text.name);
      show(`reading ${text.name}`);
      for (const document of parseDocuments(text)) documents.push(document);
    }
  }
  const [first = "", ...others] = names;
  const name = others.length === 0 ? first : `${first} and ${others.length} more`;
  return { loaded: loadModel(documents, { kubernetesVersion, name, sha256: hash.digest("hex") }), warnings: [] };
}

/** An error means that a schema is not what its author meant; code made from it would be wrong without any warning. */
function refuseErrors({ diagnostics, model }: LoadedModel): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (!first) return;
  const others = errors.length === 1 ? "" : ` (and ${errors.length - 1} more faults)`;
  throw new CommandError(
    `Cannot use the schema of "${model.source.name}" at ${first.place}: ${first.message}${others}`,
  );
}
