import { createHash } from "node:crypto";
import { CommandError, reasonOf } from "./command-error.ts";
import { emitFiles } from "./emit-files.ts";
import { helpText } from "./help.ts";
import { type LoadedModel, loadModel } from "./load-model.ts";
import { newestKubernetes } from "./newest-kubernetes.ts";
import { writeOutput } from "./output-folder.ts";
import { parseDocuments, type SourceDocument } from "./parse-document.ts";
import { type Options, parseOptions } from "./parse-options.ts";
import { createProgress } from "./progress.ts";
import { readCluster } from "./read-cluster.ts";
import { readSource } from "./read-source.ts";
import { createKubectl } from "./run-kubectl.ts";
import { selectKinds } from "./select-kinds.ts";
import { summaryLines } from "./summary.ts";
import type { World } from "./world.ts";

/** Runs the command and returns its exit code: 0 done, 2 could not. */
export async function main(world: World): Promise<number> {
  try {
    const options = parseOptions(world.args);
    if (options === "help") world.stdout.write(helpText);
    else if (options === "version") world.stdout.write(`${world.version()}\n`);
    else await generate(options, world);
    return 0;
  } catch (error) {
    const hint = error instanceof CommandError ? error.hint : "DEBUG=1 shows where";
    world.stderr.write(`kubeschema-codegen: ${reasonOf(error)}${hint === undefined ? "" : `. Try: ${hint}`}\n`);
    if (world.env.DEBUG === "1" && error instanceof Error) world.stderr.write(`${error.stack}\n`);
    return 2;
  }
}

async function generate(options: Options, world: World): Promise<void> {
  const progress = createProgress(world.stderr);
  try {
    const { loaded, warnings } = await read(options, world, progress.show);
    refuseErrors(loaded);
    progress.show("writing");
    const model = selectKinds(loaded.model, options.kinds);
    const { files, notes } = emitFiles(model, options);
    const written = options.out === undefined ? undefined : writeOutput(options.out, files, options);
    progress.end();
    if (options.out === undefined) world.stdout.write(files.map(({ path }) => `${path}\n`).join(""));
    for (const line of summaryLines({ ...loaded, model, warnings: [...warnings, ...notes], files, written, options })) {
      world.stderr.write(`${line}\n`);
    }
  } finally {
    progress.end();
  }
}

interface Input {
  readonly loaded: LoadedModel;
  readonly warnings: readonly string[];
}

async function read(options: Options, world: World, show: (text: string) => void): Promise<Input> {
  if (options.from.includes("cluster")) {
    show("asking the cluster");
    const { documents, kubernetesVersion = newestKubernetes, warnings } = await readCluster(
      createKubectl(world, options),
    );
    const found = { kubernetesVersion: options.kubernetesVersion ?? kubernetesVersion, name: "cluster", sha256: "" };
    const { model, ...rest } = loadModel(documents, found);
    // The answers of a server carry resource versions and times; what they say about kinds does not.
    const sha256 = createHash("sha256").update(JSON.stringify([model.kinds, model.definitions])).digest("hex");
    const name = `cluster, Kubernetes ${model.kubernetesVersion}`;
    return { loaded: { ...rest, model: { ...model, source: { ...model.source, name, sha256 } } }, warnings };
  }
  const hash = createHash("sha256");
  const documents: SourceDocument[] = [];
  const names: string[] = [];
  for (const from of options.from) {
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
  const { kubernetesVersion = newestKubernetes } = options;
  return { loaded: loadModel(documents, { kubernetesVersion, name, sha256: hash.digest("hex") }), warnings: [] };
}

/** An error means that a schema is not what its author meant; code made from it would be wrong without a word. */
function refuseErrors({ diagnostics, model }: LoadedModel): void {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (!first) return;
  const others = errors.length === 1 ? "" : ` (and ${errors.length - 1} more faults)`;
  throw new CommandError(
    `Cannot use the schema of "${model.source.name}" at ${first.place}: ${first.message}${others}`,
  );
}
