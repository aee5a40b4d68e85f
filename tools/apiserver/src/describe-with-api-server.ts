import process from "node:process";
import { afterAll, beforeAll, describe, test } from "vitest";
import { type Env, findBinaries, howToGetServer } from "./find-binaries.ts";
import { type ApiServer, type ApiServerOptions, startApiServer } from "./start-api-server.ts";

/**
 * A Vitest `describe` with one API server, started before its tests and stopped after them. Without a server of that
 * version, the block is skipped, and one line on stderr says how to get one; with `CI=true` it fails instead.
 *
 * @param name Name of the block.
 * @param define Defines the tests; `getServer()` works inside tests and hooks.
 */
export function describeWithApiServer(
  name: string,
  define: (getServer: () => ApiServer) => void,
  options: ApiServerOptions = {},
): void {
  const env = options.env ?? process.env;
  const { version } = options;
  const want = decide(env, version);
  if (want === "run") {
    return void describe(name, () => {
      let server: ApiServer | undefined;
      beforeAll(async () => {
        server = await startApiServer(options);
      }, 300_000);
      afterAll(() => server?.stop());
      define(() => {
        if (server === undefined) throw new Error("Cannot use the API server outside tests and hooks");
        return server;
      });
    });
  }
  if (want === "fail") {
    return void describe(name, () => {
      test("has an API server", () => {
        findBinaries(env, version); // throws if a setting is wrong
        throw new Error(`Cannot skip "${name}" with CI set: ${howToGetServer(env, version)}`);
      });
    });
  }
  process.stderr.write(`SKIPPED "${name}": ${howToGetServer(env, version)}\n`);
  describe.skip(name, () => {
    define(() => {
      throw new Error("Cannot use the API server: there is none");
    });
  });
}

/** The treatment of a block of tests that needs a server. */
export function decide(env: Env, version?: string): "run" | "skip" | "fail" {
  try {
    if (findBinaries(env, version) !== undefined) return "run";
  } catch {
    return "fail"; // KUBEBUILDER_ASSETS names a wrong folder, or what is asked for is not a version
  }
  return ["", "0", "false"].includes(env.CI ?? "") ? "skip" : "fail";
}
