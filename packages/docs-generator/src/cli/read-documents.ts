import { createHash } from "node:crypto";
import { CommandError, type Kubectl } from "@kubeschema/command-kit";
import { readValues } from "@kubeschema/manifest-reader";
import { readSourceFiles } from "./source-files.ts";

/** One decoded document. */
export interface SourceDocument {
  /** A name for people, without a path of the machine. */
  readonly name: string;
  readonly value: unknown;
}

/** The documents of one source. */
export interface SourceDocuments {
  readonly documents: readonly SourceDocument[];
  /** The hash of all bytes, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads a file, or every `.yaml`, `.yml` and `.json` of a folder in the order of their names.
 *
 * @throws {CommandError} If it cannot be read, is too large, or is neither JSON nor YAML; the message names the file.
 */
export async function readDocuments(from: string): Promise<SourceDocuments> {
  const hash = createHash("sha256");
  const documents: SourceDocument[] = [];
  for (const { name, bytes, text } of await readSourceFiles(from, [".yaml", ".yml", ".json"])) {
    hash.update(bytes);
    documents.push(...parseDocuments(text, name));
  }
  return { documents, sha256: hash.digest("hex") };
}

/**
 * Reads the OpenAPI of a live cluster through kubectl, which knows every way to log in.
 *
 * @throws {CommandError} If kubectl is missing or refuses; the message has the first line of what it says.
 */
export async function readCluster(kubectl: Kubectl): Promise<SourceDocuments> {
  const { isOk, stdout, problem } = await kubectl("get", "--raw", "/openapi/v2");
  if (!isOk) throw new CommandError(`Cannot ask the cluster: ${problem}`, { hint: "kubectl get --raw /openapi/v2" });
  const sha256 = createHash("sha256").update(stdout).digest("hex");
  return { documents: parseDocuments(stdout, "cluster.json"), sha256 };
}

/** Decodes documents as the API server does; empty ones are left out. */
function parseDocuments(text: string, name: string): readonly SourceDocument[] {
  const documents: SourceDocument[] = [];
  for (const read of readValues(text)) {
    if (read.problem !== undefined) throw new CommandError(`Cannot read "${name}", line ${read.line}: ${read.problem}`);
    if (read.value !== null && read.value !== undefined) documents.push({ name, value: read.value });
  }
  return documents;
}
