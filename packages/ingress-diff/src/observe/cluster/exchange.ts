import { type IncomingHttpHeaders, request as requestHttp } from "node:http";
import { request as requestHttps, type RequestOptions } from "node:https";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { ApiError } from "./api-error.ts";

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const unzip = promisify(gunzip);
const largestChunkBytes = 1 << 24;

/**
 * Sends one GET and reads the whole answer, whatever its status.
 *
 * @param signal Aborts when its time is over.
 * @throws {ApiError} If there is no whole answer in time.
 */
export async function exchange(
  server: string,
  path: string,
  { options, signal }: { readonly options: RequestOptions; readonly signal: AbortSignal },
): Promise<Answer> {
  try {
    const { bytes, ...answer } = await send(server, path, { ...options, signal });
    const isZipped = answer.headers["content-encoding"] === "gzip";
    const text = (isZipped ? await unzip(bytes, { chunkSize: expectedSize(bytes) }) : bytes).toString("utf8");
    return { ...answer, text };
  } catch (cause) {
    if (signal.aborted) throw new ApiError("timeout", "no complete answer in time", { cause });
    throw toApiError(cause);
  }
}

function send(
  server: string,
  path: string,
  options: RequestOptions,
): Promise<Omit<Answer, "text"> & { readonly bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    // A server may be behind a path, as Rancher's are.
    const url = new URL(server.replace(/\/+$/, "") + path);
    const request = url.protocol === "http:" ? requestHttp : requestHttps;
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on(
        "end",
        () => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

/**
 * How much room to make for what is unzipped, so that a page is not put together from hundreds of pieces. The last four
 * bytes of gzip say its size; it is only a hint, and one byte more shows the end.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1}
 */
function expectedSize(zipped: Buffer): number {
  const said = zipped.length < 18 ? 0 : zipped.readUInt32LE(zipped.length - 4);
  return Math.min(Math.max(said + 1, 1024), largestChunkBytes);
}

/** Tells by its code what stopped a request. */
export function toApiError(cause: unknown): ApiError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO)|CERTIFICATE/.test(code)) {
    return new ApiError("tls", message, { cause });
  }
  if (["Z_DATA_ERROR", "Z_BUF_ERROR", "ECONNRESET", "EPIPE", "HPE_INVALID_CONSTANT"].includes(code)) {
    return new ApiError("broken", `the connection broke off (${message})`, { cause });
  }
  // An address that resolves to several gives an AggregateError without a message of its own.
  return new ApiError("connection", message === "" ? code : message, { cause });
}
