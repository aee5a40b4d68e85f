import type { RequestOptions } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { optional } from "../json-value.ts";
import { ApiError } from "./api-error.ts";
import { type Answer, exchange } from "./exchange.ts";
import { createGate } from "./request-gate.ts";
import { parseRetryAfter, pauseBeforeRetry } from "./retry-policy.ts";
import { streamLines, type StreamOptions } from "./stream-lines.ts";

/** Reads from an API server. */
export interface ApiClient {
  /** For people, such as `https://10.0.0.1:6443`. */
  readonly server: string;
  /** Requests sent so far, those sent again included. */
  readonly requestCount: () => number;
  /**
   * Sends a GET; sends it again after a fault that passes, and with new credentials after a 401.
   *
   * @throws {ApiError} If there is no answer with status 200 and a JSON object in it.
   */
  readonly get: (path: string, accept?: string) => Promise<Readonly<Record<string, unknown>>>;
  /**
   * Sends a GET whose answer goes on and on, such as a watch, and reads it line by line to its end.
   *
   * @throws {ApiError} If the status is not 200, or the connection breaks off; and what `onLine` throws.
   */
  readonly stream: (
    path: string,
    options: Omit<StreamOptions, "options">,
  ) => Promise<void>;
  /** Closes idle connections. */
  readonly close: () => void;
}

/** Where and how to connect. */
export interface Connection {
  readonly server: string;
  /** TLS settings, headers and agent, as `KubeConfig.applyToHTTPSOptions` gives them. */
  readonly options: RequestOptions;
  /** For one request, the times it is sent again included. */
  readonly timeoutMs: number;
  /** Gets new credentials; called when the server has refused the old ones (401). */
  readonly renew?: () => Promise<RequestOptions>;
}

/** Clock and chance; the real ones if not given. */
export interface Pacing {
  readonly pause?: (ms: number) => Promise<unknown>;
  /** Makes a signal that aborts when the time for a request is over. */
  readonly deadline?: (ms: number, path: string) => AbortSignal;
  /** From 0 to 1. */
  readonly random?: () => number;
}

/** A server's fair queues give one caller about this many places; more would only wait there. */
const concurrencyLimit = 6;

/** Connects; nothing is sent before the first `get`. */
export function createApiClient(connection: Connection, pacing: Pacing = {}): ApiClient {
  const { server, timeoutMs } = connection;
  const { pause = sleep, deadline = AbortSignal.timeout, random = Math.random } = pacing;
  const gate = createGate(concurrencyLimit);
  let requestCount = 0;
  let hasAnswered = false;
  let credentials = Promise.resolve(connection.options);
  let mayRenew = connection.renew !== undefined;
  const used = new Set<RequestOptions>();

  async function attempt(path: string, accept: string, deadlineMs: number): Promise<Answer> {
    const options = await credentials;
    used.add(options);
    requestCount++;
    const headers = { ...options.headers, accept, "accept-encoding": "gzip", "user-agent": "ingress-diff" };
    const signal = deadline(Math.max(1, Math.ceil(deadlineMs - performance.now())), path);
    const answer = await exchange(server, path, { options: { ...options, headers }, signal });
    hasAnswered = true;
    if (answer.status !== 401) mayRenew = connection.renew !== undefined;
    return answer;
  }

  function renewAfter(refused: Promise<RequestOptions>): void {
    if (refused !== credentials || !mayRenew || connection.renew === undefined) return;
    mayRenew = false;
    credentials = connection.renew();
  }

  /** Several requests may be refused at once: the first to notice gets new credentials for all of them. */
  async function attemptWithRenewal(path: string, accept: string, deadlineMs: number): Promise<Answer> {
    const before = credentials;
    const answer = await attempt(path, accept, deadlineMs);
    if (answer.status !== 401) return answer;
    renewAfter(before);
    return before === credentials ? answer : attempt(path, accept, deadlineMs);
  }

  async function get(path: string, accept: string): Promise<Readonly<Record<string, unknown>>> {
    const deadlineMs = performance.now() + timeoutMs;
    for (let earlierCount = 0;; earlierCount++) {
      try {
        return readAnswer(await attemptWithRenewal(path, accept, deadlineMs), path);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        if (error.reason === "timeout") throw tooSlow(timeoutMs, error);
        const pauseMs = pauseBeforeRetry({ error, earlierCount, hasAnswered, jitter: random() });
        const isLate = pauseMs !== undefined && performance.now() + pauseMs >= deadlineMs;
        if (pauseMs === undefined || isLate) throw explain(error, earlierCount, isLate ? timeoutMs : undefined);
        await pause(pauseMs);
      }
    }
  }

  return {
    server,
    requestCount: () => requestCount,
    get: (path, accept = "application/json") => gate(() => get(path, accept)),
    stream: async (path, stream) => {
      const open = async (): Promise<void> => {
        const current = await credentials;
        used.add(current);
        requestCount++;
        const headers = { ...current.headers, accept: "application/json", "user-agent": "ingress-diff" };
        // Each has a connection of its own: a watch would keep a place that lists wait for.
        await streamLines(server, path, { ...stream, options: { ...current, headers } });
        hasAnswered = true;
      };
      const before = credentials;
      await open().catch((error: unknown) => {
        if (!(error instanceof ApiError) || error.reason !== 401) throw error;
        renewAfter(before);
        if (before === credentials) throw error;
        return open();
      });
    },
    close: () => {
      for (const { agent } of used) if (typeof agent === "object") agent.destroy();
    },
  };
}

function readAnswer({ status, headers, text }: Answer, path: string): Readonly<Record<string, unknown>> {
  const body = parseBody(status, text, path);
  if (status === 200) return body;
  const message = typeof body.message === "string" ? body.message : `HTTP status ${status}`;
  const metadata = body.metadata as { readonly continue?: unknown } | null | undefined;
  throw new ApiError(status, message, {
    continueToken: typeof metadata?.continue === "string" ? metadata.continue : "",
    ...optional("retryAfterMs", parseRetryAfter(headers["retry-after"], Date.now())),
  });
}

function parseBody(status: number, text: string, path: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null) return body as Readonly<Record<string, unknown>>;
  } catch (cause) {
    // Proxies and login pages answer errors in HTML; the status says enough then.
    if (status === 200) {
      // What begins as an object was cut off on the way; anything else is an answer from somebody else.
      const reason = text.startsWith("{") ? "broken" : "answer";
      throw new ApiError(reason, `the answer to ${path.split("?")[0]} is not JSON`, { cause });
    }
  }
  if (status === 200) throw new ApiError("answer", `the answer to ${path.split("?")[0]} is not a JSON object`);
  return {};
}

function tooSlow(timeoutMs: number, cause: ApiError): ApiError {
  return new ApiError("timeout", `no complete answer within ${timeoutMs / 1000} s`, { cause });
}

/** Says how often it was tried, and that there was no time to try again. */
function explain(error: ApiError, earlierCount: number, timeoutMs: number | undefined): ApiError {
  const times = earlierCount === 0 ? "" : `, after ${earlierCount + 1} tries`;
  const asked = error.retryAfterMs === undefined ? "" : ` (the server asks to wait ${error.retryAfterMs / 1000} s)`;
  const late = timeoutMs === undefined ? "" : `; no time for another try within ${timeoutMs / 1000} s${asked}`;
  if (times === "" && late === "") return error;
  return new ApiError(error.reason, `${error.message}${times}${late}`, {
    cause: error,
    continueToken: error.continueToken,
    ...optional("retryAfterMs", error.retryAfterMs),
  });
}
