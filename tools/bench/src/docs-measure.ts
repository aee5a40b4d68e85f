import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { cacheFolder } from "@kubeschema-tools/generate/cache-folder";
import { readResolvedInputs } from "@kubeschema-tools/generate/resolved-inputs";
import { alignTable } from "./align-table.ts";
import { run, runWithMemory } from "./child-process.ts";
import { median } from "./median.ts";

/** One way to make reference pages, measured. */
export interface DocsRow {
  readonly name: string;
  readonly wallMs: number;
  readonly peakBytes: number;
  readonly tree: TreeSize;
}

/** The files that a run wrote. */
export interface TreeSize {
  readonly fileCount: number;
  readonly sizeBytes: number;
}

/** The result of the bench. */
export interface DocsMeasurement {
  readonly rows: readonly DocsRow[];
  /** The compressed bytes that a reader loads. */
  readonly weights: readonly { readonly name: string; readonly gzipBytes: number }[];
  /** The reason why a row is missing. */
  readonly missing: readonly string[];
}

const docsBin = fileURLToPath(new URL("../../../packages/docs-generator/dist/bin.js", import.meta.url));
const redocly = "@redocly/cli@2.77.0";
const typedoc = ["typedoc@0.28.20", "typedoc-plugin-markdown@4.14.1", "typescript@5.9.3", "kubernetes-types@1.30.0"];

/** What a reader of the site loads: one page of each size, the shared files, and the search in its two steps. */
const readerFiles: readonly (readonly [name: string, files: readonly string[]])[] = [
  ["Ingress", ["networking.k8s.io/v1/ingress.html"]],
  ["Pod, the largest kind", ["core/v1/pod.html"]],
  ["stylesheet and script", ["assets/site.css", "assets/site.js"]],
  ["search: script and names", ["assets/minisearch.js", "assets/search-names.js"]],
  ["search: texts", ["assets/search-texts.js"]],
];

/** Measures all of it; the peer is installed into a temporary folder. */
export async function measureDocs(runs: number): Promise<DocsMeasurement> {
  const folder = await mkdtemp(join(tmpdir(), "docs-bench-"));
  try {
    const ours = (name: string, args: readonly string[]) => async (): Promise<DocsRow> => {
      const out = join(folder, "out");
      return { name, ...await measure(runs, process.execPath, [docsBin, "build", ...args, "--out", out], folder, out) };
    };
    const newest = readResolvedInputs().default;
    const alone = ["--versions", newest];
    const rows = [
      await ours(`kubeschema-docs, HTML, ${newest} alone`, alone)(),
      await ours(`kubeschema-docs, Markdown, ${newest} alone`, ["--format", "markdown", ...alone])(),
      await ours("kubeschema-docs, HTML, recent versions", [])(),
      await ours("kubeschema-docs, HTML, all versions", ["--versions", "all"])(),
    ];
    const missing: string[] = [];
    for (const [name, measurePeer] of Object.entries({ TypeDoc: measureTypeDoc, Redocly: measureRedocly })) {
      try {
        rows.push(await measurePeer(runs, folder));
      } catch (error) {
        missing.push(`${name}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
      }
    }
    const site = join(folder, "site");
    await run(process.execPath, [docsBin, "build", "--out", site], { cwd: folder });
    const weights = await Promise.all(readerFiles.map(async ([name, files]) => {
      const sizes = await Promise.all(files.map(async (file) => gzipSync(await readFile(join(site, file))).length));
      return { name, gzipBytes: sizes.reduce((sum, size) => sum + size, 0) };
    }));
    return { rows, weights, missing };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureTypeDoc(runs: number, folder: string): Promise<DocsRow> {
  const cwd = await mkdtemp(join(folder, "typedoc-"));
  await writeFile(join(cwd, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", ...typedoc], { cwd });
  const types = join(cwd, "node_modules/kubernetes-types");
  const files = (await readdir(types, { recursive: true })).filter((file) => file.endsWith(".d.ts")).sort();
  const compilerOptions = { strict: true, module: "esnext", moduleResolution: "bundler", types: [] };
  await writeFile(
    join(cwd, "tsconfig.json"),
    JSON.stringify({ compilerOptions, files: files.map((file) => join(types, file)) }),
  );
  const out = join(cwd, "docs");
  const args = [
    join(cwd, "node_modules/typedoc/bin/typedoc"),
    ...[
      "--plugin",
      "typedoc-plugin-markdown",
      "--readme",
      "none",
      "--logLevel",
      "Error",
      "--excludeExternals",
      "false",
    ],
    ...["--tsconfig", join(cwd, "tsconfig.json"), "--out", out],
    ...files.map((file) => join(types, file)),
  ];
  const row = await measure(runs, process.execPath, args, cwd, out);
  return { name: "TypeDoc 0.28.20, Markdown, kubernetes-types 1.30.0", ...row };
}

/** Redocly makes one page of a whole OpenAPI document, here the pinned one of the newest version. */
async function measureRedocly(runs: number, folder: string): Promise<DocsRow> {
  const cwd = await mkdtemp(join(folder, "redocly-"));
  await writeFile(join(cwd, "package.json"), JSON.stringify({ private: true, type: "module" }));
  const { default: version, inputs } = readResolvedInputs();
  const input = inputs.find((each) => each.version === version);
  if (input?.format !== "openapi-v2") throw new Error(`the OpenAPI document of ${version} is not available`);
  await copyFile(join(cacheFolder(process.env), input.file), join(cwd, "swagger.json"));
  await run("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--silent", redocly], { cwd });
  const out = join(cwd, "docs");
  const bin = join(cwd, "node_modules/@redocly/cli/bin/cli.js");
  const args = [bin, "build-docs", "swagger.json", "--output", join(out, "index.html")];
  return {
    name: `Redocly ${redocly.split("@").at(-1)}, one page of HTML`,
    ...await measure(runs, process.execPath, args, cwd, out),
  };
}

async function measure(
  runs: number,
  program: string,
  args: readonly string[],
  cwd: string,
  out: string,
): Promise<Omit<DocsRow, "name">> {
  const walls: number[] = [];
  for (let index = 0; index < runs; index++) walls.push((await run(program, args, { cwd })).wallMs);
  const { peakBytes } = await runWithMemory(program, args, { cwd });
  const tree = await sizeOf(out);
  await rm(out, { recursive: true, force: true });
  return { wallMs: median(walls), peakBytes, tree };
}

async function sizeOf(folder: string): Promise<TreeSize> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    entries.map(async (entry) => (await readFile(join(entry.parentPath, entry.name))).length),
  );
  return { fileCount: sizes.length, sizeBytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Formats the result as two Markdown tables; times are also given as multiples of the first row's. */
export function formatDocsTable({ rows, weights, missing }: DocsMeasurement): string {
  const base = rows[0]?.wallMs ?? 1;
  const table = alignTable([
    ["what", "wall", "ratio", "peak memory", "files", "size"],
    ...rows.map(({ name, wallMs, peakBytes, tree }) => [
      name,
      `${(wallMs / 1000).toFixed(2)} s`,
      `${(wallMs / base).toFixed(2)} x`,
      `${Math.round(peakBytes / 2 ** 20)} MiB`,
      String(tree.fileCount),
      `${(tree.sizeBytes / 1e6).toFixed(1)} MB`,
    ]),
  ]);
  const weight = alignTable([
    ["what a reader loads", "gzip"],
    ...weights.map(({ name, gzipBytes }) => [name, `${(gzipBytes / 1000).toFixed(1)} KB`]),
  ]);
  const notes = missing.map((reason) => `\nNot measured: ${reason}\n`).join("");
  return `${table}${notes}\n${weight}`;
}
