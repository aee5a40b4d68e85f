import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import type { KubeObject } from "@kubeschema-tools/clusters";

/** What the server answers to one request; `undefined` leaves it to the default. */
export type Script = (request: FakeRequest) => FakeAnswer | undefined;

/** One request as the script sees it. */
export interface FakeRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  /** The number of earlier requests for this path, whatever the query. */
  readonly earlierCount: number;
}

/** One answer. */
export interface FakeAnswer {
  readonly status?: number;
  readonly body: unknown;
  /** Sends this text instead of the body. */
  readonly text?: string;
  /** Breaks the connection off after half of the text. */
  readonly isHalf?: boolean;
  /** Never answers. */
  readonly isSilent?: boolean;
  /** Closes the connection without a byte. */
  readonly isDropped?: boolean;
  /** Waits before it answers. */
  readonly delayMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sends events one after another, as a watch does, until it ends or breaks. */
  readonly stream?: (watch: FakeWatch) => void;
}

/** An answer that goes on. */
export interface FakeWatch {
  readonly send: (event: object) => void;
  readonly end: () => void;
  /** Breaks the connection off in the middle of an event. */
  readonly cut: () => void;
}

/** A scripted API server on the loopback interface. It does what a real server does only under stress. */
export interface FakeApiServer {
  readonly url: string;
  /** Path and query of every request, in order. */
  readonly requests: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts a server that holds some objects and follows a script where it has one. */
export async function startFakeApiServer(
  objects: readonly KubeObject[],
  options: {
    readonly script?: Script;
    readonly groupVersions?: readonly string[];
    /** Most objects in one page, also where a request allows more. */
    readonly pageSize?: number;
  } = {},
): Promise<FakeApiServer> {
  const requests: string[] = [];
  const groupVersions = options.groupVersions ?? ["networking.k8s.io/v1", "discovery.k8s.io/v1"];
  const pageSize = options.pageSize ?? Infinity;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://fake.example");
    const earlierCount = requests.filter((earlier) => earlier.split("?")[0] === url.pathname).length;
    requests.push(`${url.pathname}${url.search}`);
    const asked = { path: url.pathname, query: url.searchParams, headers: request.headers, earlierCount };
    const given = options.script?.(asked) ?? defaultAnswer(asked, objects, { groupVersions, pageSize });
    setTimeout(() => answer(request, response, given), given.delayMs ?? 0);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // A listening TCP server has one.
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A Status object as the API server sends it with an error. */
export function statusAnswer(status: number, message: string, metadata: object = {}): FakeAnswer {
  return { status, body: { apiVersion: "v1", kind: "Status", status: "Failure", code: status, message, metadata } };
}

function answer(request: IncomingMessage, response: ServerResponse, { status = 200, body, ...how }: FakeAnswer): void {
  if (how.isSilent) return;
  if (how.isDropped) {
    request.socket.destroy();
    return;
  }
  for (const [name, value] of Object.entries(how.headers ?? {})) response.setHeader(name, value);
  if (how.stream !== undefined) {
    response.writeHead(status, { "content-type": "application/json" });
    response.flushHeaders();
    how.stream({
      send: (event) => void response.write(`${JSON.stringify(event)}\n`),
      end: () => void response.end(),
      cut: () => void response.write('{"type":"ADDED","obj', () => response.destroy()),
    });
    return;
  }
  const text = how.text ?? JSON.stringify(body);
  response.statusCode = status;
  response.setHeader("content-type", "application/json");
  if (how.isHalf) {
    response.setHeader("content-length", text.length);
    response.write(text.slice(0, text.length / 2));
    setTimeout(() => response.destroy(), 20);
    return;
  }
  const isZipped = request.headers["accept-encoding"]?.includes("gzip") === true;
  if (isZipped) response.setHeader("content-encoding", "gzip");
  response.end(isZipped ? gzipSync(text) : text);
}

function defaultAnswer(
  { path, query, headers }: FakeRequest,
  objects: readonly KubeObject[],
  { groupVersions, pageSize }: { readonly groupVersions: readonly string[]; readonly pageSize: number },
): FakeAnswer {
  if (path === "/version") return { body: { gitVersion: "v1.33.4" } };
  if (path === "/apis") {
    const versions = groupVersions.map((groupVersion) => ({ groupVersion, version: groupVersion.split("/")[1] }));
    return { body: { kind: "APIGroupList", groups: [{ name: "any", versions }] } };
  }
  const [, groupVersion = "", namespace, resource = ""] =
    /^\/apis?\/((?:[^/]+\/)?v[^/]+)(?:\/namespaces\/([^/]+))?\/([a-z]+)$/.exec(path) ?? [];
  if (groupVersion !== "v1" && !groupVersions.includes(groupVersion)) {
    return statusAnswer(404, "the server could not find the requested resource");
  }
  const selector = query.get("fieldSelector") ?? "";
  const items = objects.filter((object) =>
    `${object.kind.toLowerCase()}${object.kind.endsWith("s") ? "es" : "s"}` === resource &&
    (namespace === undefined || object.metadata.namespace === namespace) && isSelected(object, selector)
  );
  const isMetadata = headers.accept?.includes("PartialObjectMetadataList") === true;
  const shown = items.map(({ metadata, apiVersion: _, kind: __, ...fields }) =>
    isMetadata ? { metadata } : { metadata, ...fields }
  );
  return page(shown, query, pageSize);
}

function isSelected(object: KubeObject, selector: string): boolean {
  if (selector === "type=kubernetes.io/tls") return object.type === "kubernetes.io/tls";
  if (selector === "type!=kubernetes.io/tls") return object.type !== "kubernetes.io/tls";
  if (selector.startsWith("type=Warning,")) return object.type === "Warning";
  return selector === "" || selector === `metadata.name=${object.metadata.name}`;
}

function page(items: readonly object[], query: URLSearchParams, pageSize: number): FakeAnswer {
  const start = Number((query.get("continue") ?? "from-0").slice("from-".length));
  const end = start + Math.min(pageSize, Number(query.get("limit") ?? items.length));
  const metadata = end < items.length ? { continue: `from-${end}` } : {};
  return { body: { apiVersion: "any", metadata, items: items.slice(start, end) } };
}
