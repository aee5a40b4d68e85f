import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import type { Unreachable } from "./fetch-url.ts";

const run = promisify(execFile);

/**
 * Downloads a package's tarball through npm itself, so that the user's registry, proxy and credentials are used.
 *
 * @param spec Name and exact version, `kubernetes-client@9.0.0`.
 */
export async function fetchTarball(spec: string, env: NodeJS.ProcessEnv): Promise<Buffer | Unreachable> {
  const folder = mkdtempSync(join(tmpdir(), "kubeschema-"));
  const packing = run(
    "npm",
    ["pack", spec, "--pack-destination", folder, "--prefer-offline", "--ignore-scripts"],
    // Outside any package, so that npm reads no workspace.
    { cwd: folder, env: { ...env, npm_config_workspaces: "", npm_config_local_prefix: "" }, timeout: 120_000 },
  );
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const abandon = (): void => {
    packing.child.kill();
    remove();
  };
  // A signal may end the process while npm runs.
  process.once("exit", abandon);
  try {
    await packing;
    const [file] = readdirSync(folder);
    return file ? readFileSync(join(folder, file)) : { reason: `npm packed nothing for ${spec}` };
  } catch (cause) {
    const text = cause instanceof Error ? String((cause as { stderr?: string }).stderr ?? cause.message) : "";
    const line = text.split("\n").find((candidate) => /npm error (?!code)/.test(candidate)) ?? "";
    return { reason: `npm cannot fetch ${spec} (${line.replace("npm error ", "").trim() || "no answer"})` };
  } finally {
    remove();
    process.off("exit", abandon);
  }
}
