import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const source: string = fileURLToPath(new URL("../referee", import.meta.url));

/**
 * Builds the referee. Go keeps what it has built, so that only the first time takes more than a second.
 *
 * @returns Its path, or why there is none.
 */
export function buildReferee(
  env: NodeJS.ProcessEnv = process.env,
): { readonly path: string } | { readonly reason: string } {
  const cache = join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "kubeschema");
  const path = join(cache, process.platform === "win32" ? "yaml-referee.exe" : "yaml-referee");
  try {
    mkdirSync(cache, { recursive: true });
    execFileSync("go", ["build", "-trimpath", "-o", path, "."], {
      cwd: source,
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
  } catch (error) {
    return { reason: reasonOf(error) };
  }
  return existsSync(path) ? { path } : { reason: "go build wrote no program" };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ("code" in error && error.code === "ENOENT") return "Go is not on the PATH";
  const [first = ""] = ("stderr" in error ? String(error.stderr) : error.message).trim().split("\n");
  return `go build: ${first}`;
}
