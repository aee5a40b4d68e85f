import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { CommandError, describeIoError } from "@kubeschema/command-kit";

/** Where to listen. */
export interface ListenAddress {
  /** Absent for every interface. */
  readonly host?: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

/** The metrics of the server, read with each request. */
export interface MetricsSource {
  /** Metrics in Prometheus's text format; `undefined` until there are any. */
  readonly metrics: () => string | undefined;
  /** Why what is served may be out of date; empty if it is not. */
  readonly troubles: () => readonly string[];
}

/** A server that runs. */
export interface MetricsServer {
  /** For people, such as `http://127.0.0.1:9090`. */
  readonly url: string;
  readonly close: () => void;
}

/**
 * Serves `/metrics` for Prometheus and `/healthz` for probes: 200 while everything is in sync, else 503.
 *
 * @throws {CommandError} If it cannot listen there.
 */
export async function startMetricsServer(address: ListenAddress, source: MetricsSource): Promise<MetricsServer> {
  const server = createServer((request, response) => answer(request, response, source));
  // Nothing that is served takes long, so a client that does is not waited for.
  server.requestTimeout = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause) => reject(explain(cause, address)));
    server.listen(address, resolve);
  });
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : address.port;
  return {
    url: `http://${formatAddress({ host: address.host ?? "localhost", port })}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** `host:port` as in a URL. */
function formatAddress({ host = "", port }: ListenAddress): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

const textType = "text/plain; charset=utf-8";
/** @see {@link https://prometheus.io/docs/instrumenting/exposition_formats/#basic-info} */
const metricsType = "text/plain; version=0.0.4; charset=utf-8";

function answer(request: IncomingMessage, response: ServerResponse, source: MetricsSource): void {
  const { status, text, type = textType } = answerTo(request, source);
  if (status === 405) response.setHeader("allow", "GET, HEAD");
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
  response.end(request.method === "HEAD" ? undefined : text);
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly type?: string;
}

function answerTo({ method, url = "/" }: IncomingMessage, source: MetricsSource): Answer {
  if (method !== "GET" && method !== "HEAD") return { status: 405, text: "only GET\n" };
  switch (url.split("?")[0]) {
    case "/metrics": {
      const text = source.metrics();
      return text === undefined
        ? { status: 503, text: "the cluster is being read\n" }
        : { status: 200, text, type: metricsType };
    }
    case "/healthz": {
      const troubles = source.troubles();
      return troubles.length === 0
        ? { status: 200, text: "ok\n" }
        : { status: 503, text: troubles.map((trouble) => `${trouble}\n`).join("") };
    }
    default:
      return { status: 404, text: "there is /metrics and /healthz\n" };
  }
}

function explain(cause: unknown, address: ListenAddress): CommandError {
  return new CommandError(`Cannot serve metrics on ${formatAddress(address)}: ${describeIoError(cause)}`, {
    cause,
    hint: "--serve-metrics with another address, such as :9091",
  });
}
