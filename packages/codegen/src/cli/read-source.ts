import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { compareText } from "@kubeschema/model/compare-text";
import { cannotRead, CommandError, describeIoError, type World } from "@kubeschema/command-kit";
import type { SourceText } from "./parse-document.ts";

/** The size limit of a file, an answer or stdin; the OpenAPI of Kubernetes has 4 MB. */
export const maxSourceBytes: number = 64 * 1024 * 1024;

/**
 * Reads what `--from` names: a file, every `.yaml`, `.yml` and `.json` of a folder, a URL, or stdin.
 *
 * @returns The texts sorted by name, which is relative to the folder.
 * @throws {CommandError} If it cannot be read, or is too large.
 */
export async function readSource(from: string, world: World): Promise<readonly SourceText[]> {
  if (from === "-") return [{ name: "stdin", bytes: await collect("stdin", world.stdin) }];
  if (/^https?:\/\//.test(from)) return [await fetchText(from, world)];
  const info = await attempt(from, () => stat(from));
  if (info.isDirectory()) return readFolder(from);
  return [await readOne(from, basename(from))];
}

async function readFolder(folder: string): Promise<readonly SourceText[]> {
  const entries = await attempt(folder, () => readdir(folder, { recursive: true, withFileTypes: true }));
  const names = entries
    .filter((entry) => !entry.isDirectory() && /\.(?:ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, "/").length).replaceAll("\\", "/"))
    // Hidden folders and installed packages do not contain the user's own schemas.
    .filter((name) => !/(?:^|\/)(?:\.|node_modules\/)/.test(name))
    .sort(compareText);
  if (names.length === 0) throw cannotRead(folder, "the folder has no .yaml, .yml or .json file");
  const texts: SourceText[] = [];
  for (const name of names) texts.push(await readOne(join(folder, name), name));
  return texts;
}

async function readOne(path: string, name: string): Promise<SourceText> {
  const { size } = await attempt(path, () => stat(path));
  if (size > maxSourceBytes) throw tooLarge(path);
  return { name, bytes: await attempt(path, () => readFile(path)) };
}

async function fetchText(url: string, { fetch }: World): Promise<SourceText> {
  const { origin, pathname } = parseUrl(url);
  // A query or a password may be a secret, and would end up in the header of the generated files.
  const name = `${origin}${pathname}`;
  const response = await fetch(url, { signal: AbortSignal.timeout(60_000) }).catch((cause: unknown) => {
    throw new CommandError(`Cannot fetch "${name}": ${describeIoError(cause)}`, { cause });
  });
  if (!response.ok || !response.body) {
    throw new CommandError(`Cannot fetch "${name}": ${response.status} ${response.statusText}`.trimEnd());
  }
  return { name, bytes: await collect(name, response.body) };
}

function parseUrl(url: string): URL {
  try {
    return new URL(url);
  } catch (cause) {
    throw new CommandError(`Cannot fetch "${url}": it is not a URL`, { cause });
  }
}

async function collect(name: string, stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > maxSourceBytes) throw tooLarge(name);
      chunks.push(chunk);
    }
  } catch (cause) {
    throw cannotRead(name, cause);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

function tooLarge(name: string): CommandError {
  return new CommandError(`Cannot read "${name}": it is larger than ${maxSourceBytes / 1024 / 1024} MiB`, {
    hint: "give the part with the schemas",
  });
}

async function attempt<T>(path: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (cause) {
    throw cannotRead(path, cause);
  }
}
