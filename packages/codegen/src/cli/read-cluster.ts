import { readValues } from "@kubeschema/manifest-reader";
import { CommandError, type Kubectl } from "@kubeschema/command-kit";
import type { SourceDocument } from "./parse-document.ts";

/** What a cluster says about its kinds. */
export interface ClusterSchemas {
  readonly documents: readonly SourceDocument[];
  /** The release that it runs, such as `v1.20`. */
  readonly kubernetesVersion: string | undefined;
  /** What could not be read, and the consequences. */
  readonly warnings: readonly string[];
}

const crdsPath = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
const atOnce = 8;

/**
 * Reads the schemas of a cluster: OpenAPI v3, or v2 where there is no v3, and the CustomResourceDefinitions themselves,
 * since old servers leave rules out of the OpenAPI.
 *
 * @throws {CommandError} If kubectl is missing, or the cluster does not return OpenAPI.
 */
export async function readCluster(kubectl: Kubectl): Promise<ClusterSchemas> {
  const version = await kubectl("get", "--raw", "/version");
  if (!version.isOk) {
    throw new CommandError(`Cannot ask the cluster: ${version.problem}`, { hint: "kubectl get --raw /version" });
  }
  const [openApi, crds] = await Promise.all([readOpenApi(kubectl), kubectl("get", "--raw", crdsPath)]);
  const warnings = crds.isOk ? [] : [
    `Cannot list CustomResourceDefinitions: ${crds.problem}. ` +
    "Custom kinds are read from the OpenAPI, which may lack some of their rules",
  ];
  const given = crds.isOk ? [{ name: "CustomResourceDefinitions", value: parse(crdsPath, crds.stdout) }] : [];
  return {
    documents: [...openApi, ...given],
    kubernetesVersion: releaseOf(parse("/version", version.stdout)),
    warnings,
  };
}

async function readOpenApi(kubectl: Kubectl): Promise<readonly SourceDocument[]> {
  const index = await kubectl("get", "--raw", "/openapi/v3");
  const urls = index.isOk ? documentUrls(parse("/openapi/v3", index.stdout)) : [];
  if (urls.length === 0) {
    const { isOk, stdout, problem } = await kubectl("get", "--raw", "/openapi/v2");
    if (!isOk) throw new CommandError(`Cannot read the OpenAPI of the cluster: ${problem}`);
    return [{ name: "/openapi/v2", value: parse("/openapi/v2", stdout) }];
  }
  const documents: SourceDocument[] = [];
  for (let start = 0; start < urls.length; start += atOnce) {
    documents.push(
      ...await Promise.all(
        urls.slice(start, start + atOnce).map(async (url) => {
          const { isOk, stdout, problem } = await kubectl("get", "--raw", url);
          const name = url.replace(/\?.*$/, "");
          // One missing document would leave out kinds, and leave references dangling.
          if (!isOk) throw new CommandError(`Cannot read "${name}" of the cluster: ${problem}`);
          return { name, value: parse(name, stdout) };
        }),
      ),
    );
  }
  return documents;
}

/** Lists the documents of `/openapi/v3`; those without a group and version have no kinds. */
function documentUrls(index: unknown): readonly string[] {
  const paths: unknown = typeof index === "object" && index !== null && "paths" in index ? index.paths : undefined;
  if (typeof paths !== "object" || paths === null) return [];
  return Object.entries(paths as Readonly<Record<string, unknown>>).sort(([a], [b]) => a < b ? -1 : 1).flatMap((
    [path, entry],
  ) => {
    const url = typeof entry === "object" && entry !== null && "serverRelativeURL" in entry
      ? entry.serverRelativeURL
      : undefined;
    return /^(?:api\/[^/]+|apis\/[^/]+\/[^/]+)$/.test(path) && typeof url === "string" ? [url] : [];
  });
}

function releaseOf(version: unknown): string | undefined {
  const text = typeof version === "object" && version !== null && "gitVersion" in version ? version.gitVersion : "";
  return /^v1\.\d+/.exec(String(text))?.[0];
}

function parse(name: string, text: string): unknown {
  const [read = { problem: "There is nothing in it", line: 1 }] = readValues(text);
  if (read.problem !== undefined) throw new CommandError(`Cannot read "${name}" of the cluster: ${read.problem}`);
  return read.value;
}
