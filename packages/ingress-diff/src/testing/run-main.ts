import type { Edge } from "../cli/edge.ts";
import { main } from "../cli/main.ts";

/** What a run of the command gave. */
export interface MainResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files that it wrote, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Runs the command in a world that holds nothing but some files. */
export async function runMain(
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
  edge: Partial<Edge> = {},
): Promise<MainResult> {
  const written = { stdout: "", stderr: "", files: new Map<string, Uint8Array>() };
  const readBytes = async (path: string): Promise<Uint8Array> => {
    const content = files[path];
    if (content === undefined) throw Object.assign(new Error("no such file"), { code: "ENOENT" });
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  };
  const code = await main({
    args,
    env: {},
    stdout: { write: (text) => written.stdout += text },
    stderr: { write: (text) => written.stderr += text },
    now: () => new Date("2026-06-01T00:00:00Z"),
    version: () => "1.2.3",
    demoPath: "demo.json",
    importModule: async () => ({}),
    files: {
      listFolder: async (path) => {
        const names = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
        return names.length > 0 ? names : undefined;
      },
      readBytes,
      readText: async (path) => new TextDecoder().decode(await readBytes(path)),
      write: async (path, bytes) => void written.files.set(path, bytes),
    },
    ...edge,
  });
  return { code, ...written };
}
