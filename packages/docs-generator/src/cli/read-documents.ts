import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { decodeText, readValues } from "@kubeschema/manifest-reader";
import { compareStrings } from "@kubeschema/model";

/** A file may be this large; the OpenAPI of Kubernetes has 4 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** One decoded document. */
export interface SourceDocument {
  /** For people; no path of the machine. */
  readonly name: string;
  readonly value: unknown;
}

/** The documents of one source. */
export interface SourceDocuments {
  readonly documents: readonly SourceDocument[];
  /** Of all bytes, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Reads a file, or every `.yaml`, `.yml` and `.json` of a folder in the order of their names.
 *
 * @throws {Error} If it cannot be read, is too large, or is neither JSON nor YAML; the message names the file.
 */
export async function readDocuments(from: string): Promise<SourceDocuments> {
  const files = await attempt(from, () => listFiles(from));
  if (files.length === 0) throw new Error(`Cannot read "${from}": the folder has no .yaml, .yml or .json file`);
  const hash = createHash("sha256");
  const documents: SourceDocument[] = [];
  for (const { path, name } of files) {
    const { size } = await attempt(path, () => stat(path));
    if (size > MOST_BYTES) throw new Error(`Cannot read "${path}": it is larger than ${MOST_BYTES / 1024 / 1024} MiB`);
    const bytes = await attempt(path, () => readFile(path));
    hash.update(bytes);
    documents.push(...parseDocuments(decode(name, bytes), name));
  }
  return { documents, sha256: hash.digest("hex") };
}

/** How kubectl reaches a cluster. */
export interface ClusterOptions {
  readonly context: string | undefined;
  readonly kubeconfig: string | undefined;
}

/**
 * Reads the OpenAPI of a live cluster through kubectl, which knows every way to log in.
 *
 * @throws {Error} If kubectl is missing or refuses; the message has the first line of what it says.
 */
export async function readCluster({ context, kubeconfig }: ClusterOptions): Promise<SourceDocuments> {
  const args = [
    ...(kubeconfig === undefined ? [] : [`--kubeconfig=${kubeconfig}`]),
    ...(context === undefined ? [] : [`--context=${context}`]),
    ...["get", "--raw", "/openapi/v2"],
  ];
  try {
    const { stdout } = await promisify(execFile)("kubectl", args, { maxBuffer: MOST_BYTES, timeout: 60_000 });
    const sha256 = createHash("sha256").update(stdout).digest("hex");
    return { documents: parseDocuments(stdout, "cluster.json"), sha256 };
  } catch (cause) {
    const said = cause instanceof Error && "stderr" in cause ? String(cause.stderr).trim().split("\n")[0] : "";
    const isMissing = cause instanceof Error && "code" in cause && cause.code === "ENOENT";
    const reason = isMissing ? "kubectl is not installed" : said || reasonOf(cause);
    throw new Error(`Cannot read the cluster's OpenAPI: ${reason}. Try: kubectl get --raw /openapi/v2`, { cause });
  }
}

async function listFiles(from: string): Promise<readonly { path: string; name: string }[]> {
  if (!(await stat(from)).isDirectory()) return [{ path: from, name: basename(from) }];
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: path.slice(join(from, "/").length).replaceAll("\\", "/") }))
    // Hidden folders and installed packages hold no schemas of the user's own.
    .filter(({ name }) => !/(?:^|\/)(?:\.|node_modules\/)/.test(name))
    .sort((a, b) => compareStrings(a.name, b.name));
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch (cause) {
    throw new Error(`Cannot read "${name}": ${reasonOf(cause)}`, { cause });
  }
}

/** As the API server reads them; empty documents are left out. */
function parseDocuments(text: string, name: string): readonly SourceDocument[] {
  const documents: SourceDocument[] = [];
  for (const read of readValues(text)) {
    if (read.problem !== undefined) throw new Error(`Cannot read "${name}", line ${read.line}: ${read.problem}`);
    if (read.value !== null && read.value !== undefined) documents.push({ name, value: read.value });
  }
  return documents;
}

async function attempt<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    // Node names the system call and the path; the code says why.
    throw new Error(`Cannot read "${path}": ${reasonOf(cause).split(", ")[0]}`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "";
}
