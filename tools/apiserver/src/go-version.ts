import { execFile } from "node:child_process";
import type { Env } from "./find-binaries.ts";

/** The version of the Go on the machine, such as `1.26.8`; `undefined` where there is none. */
export function goVersion(env: Env): Promise<string | undefined> {
  return new Promise((resolve) => {
    execFile("go", ["version"], { env: { ...env } }, (error, stdout) => {
      resolve(error === null ? /\bgo(\d+\.\d+(?:\.\d+)?)/.exec(stdout)?.[1] : undefined);
    });
  });
}
