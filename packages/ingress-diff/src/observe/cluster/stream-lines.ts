import { request as requestHttp } from "node:http";
import { request as requestHttps, type RequestOptions } from "node:https";
import { ApiError } from "./api-error.ts";
import { toApiError } from "./exchange.ts";

/** How a stream is read. */
export interface StreamOptions {
  readonly options: RequestOptions;
  readonly signal: AbortSignal;
  /** How long nothing may come, in milliseconds, before the connection counts as broken. */
  readonly idleTimeoutMs: number;
  /** Called when the server has begun to answer with status 200. */
  readonly onOpen?: () => void;
  /** Called with each line; what it throws ends the stream. */
  readonly onLine: (line: string) => void;
}

/**
 * Sends one GET and reads the answer line by line until it ends.
 *
 * @throws {ApiError} If the status is not 200, or the connection breaks off.
 */
export function streamLines(server: string, path: string, stream: StreamOptions): Promise<void> {
  const { options, signal, idleTimeoutMs, onOpen, onLine } = stream;
  return new Promise((resolve, reject) => {
    const url = new URL(server.replace(/\/+$/, "") + path);
    const request = url.protocol === "http:" ? requestHttp : requestHttps;
    const fail = (cause: unknown): void => {
      sent.destroy();
      reject(cause instanceof ApiError ? cause : toApiError(cause));
    };
    const sent = request(url, { ...options, signal }, (response) => {
      response.on("error", fail);
      if (response.statusCode !== 200) {
        response.resume();
        return fail(new ApiError(response.statusCode ?? 0, `HTTP status ${response.statusCode}`));
      }
      onOpen?.();
      let rest = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        const lines = (rest + chunk).split("\n");
        rest = lines.pop() ?? "";
        try {
          for (const line of lines) if (line !== "") onLine(line);
        } catch (cause) {
          fail(cause);
        }
      });
      response.on("end", () => resolve());
    });
    sent.on("error", fail);
    // A connection that a firewall has forgotten looks open for ever.
    sent.setTimeout(idleTimeoutMs, () => fail(new ApiError("timeout", `silent for ${idleTimeoutMs / 1000} s`)));
    sent.end();
  });
}
