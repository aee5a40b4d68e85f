import { ObservationError } from "../observe/observation-error.ts";
import type { Edge } from "./edge.ts";
import type { Config } from "./read-config.ts";
import { readTextIfThere } from "./read-text-if-there.ts";

/** Looked for in the working folder. */
const fileNames = [
  "ingress-diff.config.json",
  "ingress-diff.config.yaml",
  "ingress-diff.config.ts",
  "ingress-diff.config.js",
];

/**
 * Loads the configuration: the file that `--config` names, else the one in the working folder, else nothing.
 *
 * Of a `.ts` or `.js` file the default export counts; Node reads TypeScript by itself from 22.18 on.
 *
 * @throws {ObservationError} If the file is not there, cannot be read, or says what is not allowed; or if there are two.
 */
export async function loadConfig(
  path: string | undefined,
  edge: Pick<Edge, "files" | "importModule">,
): Promise<Config> {
  if (path !== undefined) {
    const text = await readTextIfThere(path, edge.files);
    if (text === undefined) throw failure(path, "there is no such file", "ls ingress-diff.config.*");
    return parseConfig(path, text, edge);
  }
  const found = (await Promise.all(
    fileNames.map(async (name) => ({ name, text: await readTextIfThere(name, edge.files) })),
  )).filter(({ text }) => text !== undefined);
  const [first, second] = found;
  if (second !== undefined) {
    throw failure(second.name, `there is "${first?.name}" too`, "name one of them with --config, or remove the other");
  }
  return first?.text === undefined ? {} : parseConfig(first.name, first.text, edge);
}

async function parseConfig(path: string, text: string, edge: Pick<Edge, "importModule">): Promise<Config> {
  try {
    // Loaded with it are all rules, whose names it may hold; most runs have no configuration.
    const { readConfig } = await import("./read-config.ts");
    return readConfig(await contentOf(path, text, edge));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw failure(path, reason, "see the configuration in ingress-diff's README", cause);
  }
}

async function contentOf(path: string, text: string, { importModule }: Pick<Edge, "importModule">): Promise<unknown> {
  if (/\.[cm]?[jt]s$/.test(path)) {
    const { default: content } = await importModule(path);
    if (content === undefined) throw new TypeError("it has no default export");
    return content;
  }
  if (path.endsWith(".json")) return JSON.parse(text);
  const { parseYaml } = await import("../observe/parse-yaml.ts");
  const parsed = parseYaml(text);
  if ("problem" in parsed) throw new SyntaxError(`not YAML: ${parsed.problem}`, { cause: parsed.cause });
  if (parsed.documents.length > 1) throw new SyntaxError("it holds more than one document");
  return parsed.documents[0] ?? {};
}

function failure(path: string, reason: string, hint: string, cause?: unknown): ObservationError {
  return new ObservationError(`Cannot read configuration "${path}": ${reason}`, hint, { cause });
}
