import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { cannotRead, CommandError, type Kubectl } from "@kubeschema/command-kit";
import { decodeText, readValues } from "@kubeschema/manifest-reader";
import { compareText } from "@kubeschema/model/compare-text";

/** The size limit of a file; the OpenAPI of Kubernetes has 4 MB. */
const mostBytes = 64 * 1024 * 1024;

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
  const files = await attempt(from, () => listFiles(from));
  if (files.length === 0) throw cannotRead(from, "the folder has no .yaml, .yml or .json file");
  const hash = createHash("sha256");
  const documents: SourceDocument[] = [];
  for (const { path, name } of files) {
    const { size } = await attempt(path, () => stat(path));
    if (size > mostBytes) {
      throw new CommandError(`Cannot read "${path}": it is larger than ${mostBytes / 1024 / 1024} MiB`);
    }
    const bytes = await attempt(path, () => readFile(path));
    hash.update(bytes);
    documents.push(...parseDocuments(decode(name, bytes), name));
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

async function listFiles(from: string): Promise<readonly { path: string; name: string }[]> {
  if (!(await stat(from)).isDirectory()) return [{ path: from, name: basename(from) }];
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: path.slice(join(from, "/").length).replaceAll("\\", "/") }))
    // Hidden folders and installed packages do not contain the user's own schemas.
    .filter(({ name }) => !/(?:^|\/)(?:\.|node_modules\/)/.test(name))
    .sort((a, b) => compareText(a.name, b.name));
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (cause) {
    throw cannotRead(name, cause);
  }
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

async function attempt<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw cannotRead(path, cause);
  }
}
