import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { readOpenApiV2, type SchemaModel } from "@kubeschema/model";
import { isJsonObject, type JsonObject } from "@kubeschema/model/json-object";
import { fetchUrl } from "../fetch-url.ts";
import { InputError } from "../input-error.ts";
import type { DocumentCounts } from "../pinned-input.ts";
import { uncompress } from "../uncompress.ts";
import type { BumpOptions } from "./bump-options.ts";

/** The document that is to be pinned. */
export interface Candidate {
  readonly url: string;
  /** SHA-256 of `bytes` in hexadecimal. */
  readonly sha256: string;
  readonly bytes: Buffer;
  readonly contains: DocumentCounts;
  readonly model: SchemaModel;
}

/** The URL at which upstream publishes the document of a release: a tag never changes. */
export function publishedUrl(release: string): string {
  return `https://raw.githubusercontent.com/kubernetes/kubernetes/${release}/api/openapi-spec/swagger.json`;
}

/**
 * Reads the document from `--from`, or else from where it is published, and checks that it is the right one.
 *
 * @param cwd The folder that a relative path is relative to.
 * @throws {InputError} If it is not available, or is not the OpenAPI v2 document of that Kubernetes release.
 */
export async function readCandidate(
  options: BumpOptions,
  cwd: string,
  fetch: typeof globalThis.fetch,
): Promise<Candidate> {
  const { release, version, from = publishedUrl(release) } = options;
  const bytes = uncompress(from, await readBytes(from, cwd, fetch));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const document = parse(from, bytes);
  checkRelease(from, document, version);
  const { model, diagnostics } = readOpenApiV2(document, { kubernetesVersion: version, name: release, sha256 });
  const problem = diagnostics.find(({ severity }) => severity === "error");
  if (problem) throw new InputError(`Cannot use "${from}": ${problem.place}: ${problem.message}`);
  const url = /^https:/.test(from) ? from : publishedUrl(release);
  return { url, sha256, bytes, contains: countDocument(document, model), model };
}

async function readBytes(from: string, cwd: string, fetch: typeof globalThis.fetch): Promise<Buffer> {
  if (/^https?:/.test(from)) {
    const answer = await fetchUrl(from, fetch);
    if (Buffer.isBuffer(answer)) return answer;
    throw new InputError(`Cannot fetch ${from}: ${answer.reason}. Try: --from FILE`);
  }
  const path = isAbsolute(from) ? from : join(cwd, from);
  if (!existsSync(path)) throw new InputError(`Cannot find "${from}". Try: another --from`);
  return readFileSync(path);
}

function parse(from: string, bytes: Buffer): JsonObject {
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString("utf8"));
  } catch (cause) {
    throw new InputError(`Cannot read "${from}" as JSON: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
  const definitions = isJsonObject(document) && isJsonObject(document.definitions) ? document.definitions : {};
  if (!isJsonObject(document) || document.swagger !== "2.0" || !("io.k8s.api.core.v1.Pod" in definitions)) {
    throw new InputError(
      `Cannot use "${from}": it is not the OpenAPI v2 document of Kubernetes. Try: api/openapi-spec/swagger.json`,
    );
  }
  return document;
}

function checkRelease(from: string, { info }: JsonObject, version: string): void {
  const found = isJsonObject(info) ? String(info.version) : "";
  // Since v1.15 the published documents say "unversioned"; a server's own answer says its release.
  const minor = /^v1\.\d+/.exec(found)?.[0];
  if (minor !== undefined && minor !== version) {
    throw new InputError(`Cannot use "${from}" as ${version}: it is of ${found}. Try: the document of that release`);
  }
}

/** Counts in the raw document, so that a reader that loses something is noticed. */
function countDocument({ definitions }: JsonObject, model: SchemaModel): DocumentCounts {
  const all = isJsonObject(definitions) ? Object.values(definitions).filter(isJsonObject) : [];
  const fields = all.map(({ properties }) => (isJsonObject(properties) ? Object.keys(properties).length : 0));
  return {
    definitions: all.length,
    kinds: model.kinds.length,
    fields: fields.reduce((sum, count) => sum + count, 0),
  };
}
