import { homedir } from "node:os";
import { join } from "node:path";

/** The folder of verified inputs: `KUBESCHEMA_CACHE`, or else the user's cache folder. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  const folder = env.KUBESCHEMA_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "kubeschema");
  return join(folder, "inputs");
}
