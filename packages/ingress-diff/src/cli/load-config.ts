import { cannotRead, codeOf } from "@kubeschema/command-kit";
import type { IngressDiffWorld } from "./ingress-diff-world.ts";
import type { Config } from "./read-config.ts";

/** Looked for in the working folder. */
const fileNames = [
  "ingress-diff.config.json",
  "ingress-diff.config.yaml",
  "ingress-diff.config.ts",
  "ingress-diff.config.js",
];

/** What of the outside is read. */
type ConfigWorld = Pick<IngressDiffWorld, "files" | "importModule">;

/**
 * Loads the configuration: the file that `--config` names, else the one in the working folder, else nothing.
 *
 * Of a `.ts` or `.js` file the default export counts; Node reads TypeScript by itself from 22.18 on.
 *
 * @throws {CommandError} If the file is not there, cannot be read, or says what is not allowed; or if there are two.
 */
export async function loadConfig(path: string | undefined, world: ConfigWorld): Promise<Config> {
  if (path !== undefined) return await readFile(path, world);
  const there = await Promise.all(fileNames.map((name) => world.files.exists(name)));
  const [first, second] = fileNames.filter((_, index) => there[index] === true);
  if (first === undefined) return {};
  if (second === undefined) return await readFile(first, world);
  throw cannotRead(second, `there is "${first}" too`, { hint: `--config ${first}` });
}

async function readFile(path: string, world: ConfigWorld): Promise<Config> {
  try {
    const content = await contentOf(path, world);
    // Loaded with it are all rules, whose names it may hold; most runs have no configuration.
    const { readConfig } = await import("./read-config.ts");
    return readConfig(content);
  } catch (cause) {
    const hint = codeOf(cause) === "ENOENT" ? "ls ingress-diff.config.*" : "the configuration in ingress-diff's README";
    throw cannotRead(path, cause, { hint });
  }
}

async function contentOf(path: string, { files, importModule }: ConfigWorld): Promise<unknown> {
  const text = await files.readText(path);
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
