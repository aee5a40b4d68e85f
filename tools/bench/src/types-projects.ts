import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { cacheFolder } from "@kubeschema-tools/generate/cache-folder";
import { run } from "./child-process.ts";
import { type TypesPeer, typesPeers } from "./types-peers.ts";

/** A peer, installed and ready to be type-checked in its own folder. */
export interface TypesProject {
  readonly name: string;
  readonly folder: string;
  /** Sum of the sizes of what a user installs; absent where types are generated into the user's own project. */
  readonly installedBytes?: number;
}

const ours = fileURLToPath(new URL("../../../packages/types", import.meta.url));

const tsconfig = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: "es2022",
    lib: ["es2022"],
    module: "nodenext",
    moduleResolution: "nodenext",
  },
  files: ["main.ts"],
};

/**
 * Installs every peer into a folder of its own under the user's cache folder, where a second run finds it; our own
 * package is packed and installed again each time.
 *
 * @param say Receives a line about what is being done, or why it is not possible.
 */
export async function prepareTypesProjects(say: (line: string) => void): Promise<readonly TypesProject[]> {
  const root = join(dirname(cacheFolder(process.env)), "bench-types");
  await mkdir(root, { recursive: true });
  const projects: TypesProject[] = [];
  for (const peer of typesPeers(await packOurs(root))) {
    const folder = join(root, peer.name.replace(/[^a-z0-9.]+/gi, "-"));
    const missing = await install(peer, folder, say);
    if (missing === undefined) {
      const installedBytes = await folderBytes(join(folder, "node_modules"));
      projects.push({ name: peer.name, folder, ...(peer.isInstalled ? { installedBytes } : {}) });
    } else say(`${peer.name} is left out: ${missing}`);
  }
  return projects;
}

async function packOurs(root: string): Promise<string> {
  const { stdout } = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", root], {
    cwd: ours,
  });
  const [{ filename }]: [{ filename: string }] = JSON.parse(stdout);
  return join(root, filename);
}

/** Says what is missing where a peer is not available. */
async function install(peer: TypesPeer, folder: string, say: (line: string) => void): Promise<string | undefined> {
  const stamp = join(folder, "installed");
  const want = await fingerprint(peer);
  const isThere = await readFile(stamp, "utf8").then((text) => text === want, () => false);
  if (!isThere) {
    say(`Installing ${peer.name}`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "package.json"), JSON.stringify({ name: "user", private: true, type: "module" }));
    const flags = ["--no-audit", "--no-fund", "--ignore-scripts"];
    if (peer.packages.length > 0) await run("npm", ["install", ...flags, ...peer.packages], { cwd: folder });
    const missing = await peer.prepare?.(folder);
    if (missing !== undefined) return missing;
  }
  await writeFile(join(folder, "main.ts"), peer.source);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(tsconfig));
  await writeFile(stamp, want);
  return undefined;
}

/** What a folder was installed from: names with versions, and the bytes of tarballs. */
async function fingerprint({ packages }: TypesPeer): Promise<string> {
  const parts = await Promise.all(packages.map(async (name) => {
    if (!name.endsWith(".tgz")) return name;
    return createHash("sha256").update(await readFile(name)).digest("hex");
  }));
  return parts.join("\n");
}

async function folderBytes(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.filter((entry) => entry.isFile()).map(async (entry) =>
      (await stat(join(entry.parentPath, entry.name))).size
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
