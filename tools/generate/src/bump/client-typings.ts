import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { InputError } from "../input-error.ts";
import type { NpmInput } from "../pinned-input.ts";

const run = promisify(execFile);

/**
 * Pins the official client's typings as the npm fallback of a version.
 *
 * @param spec Package and exact version, `@kubernetes/client-node@2.0.1`.
 * @throws {InputError} If it is not exact, or npm does not know it.
 */
export async function pinClientTypings(spec: string, cwd: string, env: NodeJS.ProcessEnv): Promise<NpmInput> {
  if (!/^(?:@[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+\S*$/.test(spec)) {
    throw new InputError(`Cannot pin "${spec}": expected a package and its exact version. Try: name@1.2.3`);
  }
  const { stdout } = await run("npm", ["view", spec, "dist.integrity"], { cwd, env }).catch((cause: unknown) => {
    throw new InputError(`Cannot find ${spec} on npm. Try: npm view ${spec}`, { cause });
  });
  const integrity = stdout.trim();
  if (!integrity.startsWith("sha512-")) {
    throw new InputError(`Cannot pin ${spec}: npm gives no sha512 integrity for it`);
  }
  return { package: spec, integrity, typings: "package/dist/gen/models/" };
}
