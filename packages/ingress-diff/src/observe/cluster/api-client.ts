import { request as requestHttp } from "node:http";
import { request as requestHttps, type RequestOptions } from "node:https";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

/** Reads from an API server. */
export interface ApiClient {
  /** For people, such as `https://10.0.0.1:6443`. */
  readonly server: string;
  /** Requests sent so far. */
  readonly requestCount: () => number;
  /**
   * Sends a GET.
   *
   * @throws {ApiError} If there is no answer with status 200 and a JSON object in it.
   */
  readonly get: (path: string, accept?: string) => Promise<Readonly<Record<string, unknown>>>;
}

/** Where and how to connect. */
export interface Connection {
  readonly server: string;
  /** TLS settings, headers and agent, as `KubeConfig.applyToHTTPSOptions` gives them. */
  readonly options: RequestOptions;
  readonly timeoutMs: number;
}

/** A request that did not give what it should. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** The HTTP status, or what stopped the request. */
  readonly reason: number | "connection" | "tls" | "timeout" | "answer";
  /** The answer's `.metadata.continue`, which a 410 may offer to go on with. */
  readonly continueToken: string;

  constructor(
    reason: ApiError["reason"],
    message: string,
    options: { readonly cause?: unknown; readonly continueToken?: string } = {},
  ) {
    super(message, options);
    this.reason = reason;
    this.continueToken = options.continueToken ?? "";
  }
}

/** Connects; nothing is sent before the first `get`. */
export function createApiClient(connection: Connection): ApiClient {
  let requestCount = 0;
  return {
    server: connection.server,
    requestCount: () => requestCount,
    get: async (path, accept = "application/json") => {
      requestCount++;
      const { status, text } = await send(connection, path, accept);
      const body = parseBody(status, text, path);
      if (status === 200) return body;
      const message = typeof body.message === "string" ? body.message : `HTTP status ${status}`;
      const metadata = body.metadata as { readonly continue?: unknown } | null | undefined;
      throw new ApiError(status, message, {
        continueToken: typeof metadata?.continue === "string" ? metadata.continue : "",
      });
    },
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

const unzip = promisify(gunzip);

async function send({ server, options, timeoutMs }: Connection, path: string, accept: string): Promise<Answer> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const { status, bytes, encoding } = await exchange(server, path, {
      ...options,
      signal,
      headers: { ...options.headers, accept, "accept-encoding": "gzip", "user-agent": "ingress-diff" },
    });
    return { status, text: (encoding === "gzip" ? await unzip(bytes) : bytes).toString("utf8") };
  } catch (cause) {
    if (signal.aborted) throw new ApiError("timeout", `no complete answer within ${timeoutMs / 1000} s`, { cause });
    throw toApiError(cause);
  }
}

function exchange(
  server: string,
  path: string,
  options: RequestOptions,
): Promise<{ readonly status: number; readonly bytes: Buffer; readonly encoding: string }> {
  return new Promise((resolve, reject) => {
    // A server may stand behind a path, as Rancher's do.
    const url = new URL(server.replace(/\/+$/, "") + path);
    const request = url.protocol === "http:" ? requestHttp : requestHttps;
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          bytes: Buffer.concat(chunks),
          encoding: response.headers["content-encoding"] ?? "",
        }));
    });
    sent.on("error", reject);
    sent.end();
  });
}

function parseBody(status: number, text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null) return body as Readonly<Record<string, unknown>>;
  } catch (cause) {
    // Proxies and login pages answer errors in HTML; the status says enough then.
    if (status === 200) throw new ApiError("answer", `the answer to ${path.split("?")[0]} is not JSON`, { cause });
  }
  if (status === 200) throw new ApiError("answer", `the answer to ${path.split("?")[0]} is not a JSON object`);
  return {};
}

function toApiError(cause: unknown): ApiError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const message = cause instanceof Error ? cause.message : String(cause);
  if (/^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|EPROTO)|CERTIFICATE/.test(code)) {
    return new ApiError("tls", message, { cause });
  }
  if (code === "Z_DATA_ERROR" || code === "Z_BUF_ERROR" || code === "ECONNRESET") {
    return new ApiError("answer", `the connection broke off (${message})`, { cause });
  }
  // An address that resolves to several gives an AggregateError without a message of its own.
  return new ApiError("connection", message === "" ? code : message, { cause });
}
