import { homedir } from "node:os";
import { join } from "node:path";

/** Where verified inputs are kept: `KUBESCHEMA_CACHE`, else the user's cache folder. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  const folder = env.KUBESCHEMA_CACHE ?? join(env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "kubeschema");
  return join(folder, "inputs");
}
