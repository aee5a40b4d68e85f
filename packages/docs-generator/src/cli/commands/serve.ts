import { watch } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  type Call,
  CommandError,
  createProgress,
  describeIoError,
  exitCode,
  stopSignal,
} from "@kubeschema/command-kit";
import type { DocsWorld } from "../world.ts";
import { prepareBuild } from "./build.ts";
import type { ServeOptions } from "./serve-command.ts";

/** The served files by path. */
type Site = ReadonlyMap<string, string>;

const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
};

/**
 * Serves the site from memory on the loopback interface until it is interrupted, and builds it again when a
 * file that it was made from changes. A failing build is reported, and the site remains unchanged.
 */
export async function runServe(
  options: ServeOptions,
  { world, reportError }: Call<DocsWorld>,
): Promise<number> {
  const { port } = options;
  const signal = stopSignal(world);
  let site = await buildSite(world, options);
  const server = createServer((request, response) => answer(site, request, response));
  await listen(server, port);
  // A server that listens on a port has an address of this form.
  const address = server.address() as AddressInfo;
  world.stderr.write(`Serving ${site.size} files on http://127.0.0.1:${address.port}/\n`);
  let isBuilding = false;
  let isStale = false;
  const rebuild = async (): Promise<void> => {
    isStale = true;
    if (isBuilding) return;
    isBuilding = true;
    while (isStale) {
      isStale = false;
      try {
        site = await buildSite(world, options);
        world.stderr.write(`Built again: ${site.size} files\n`);
      } catch (error) {
        reportError(error);
      }
    }
    isBuilding = false;
  };
  const stopWatching = watchFiles(
    [...options.crds, ...options.rules, ...options.pages, options.from],
    () => void rebuild(),
  );
  await aborted(signal);
  stopWatching();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return exitCode.ok;
}

async function buildSite(world: DocsWorld, options: ServeOptions): Promise<Site> {
  const progress = createProgress(world);
  try {
    const { files } = await prepareBuild(world, { ...options, format: "html" }, progress);
    const site = new Map<string, string>();
    for await (const { path, text } of files) site.set(`/${path}`, text);
    return site;
  } finally {
    progress.clear();
  }
}

function answer(site: Site, { method, url = "/", headers }: IncomingMessage, response: ServerResponse): void {
  // A page elsewhere that resolves its own name to 127.0.0.1 must not read the site.
  const isOurs = /^(?:127\.0\.0\.1|localhost)(?::\d+)?$/.test(headers.host ?? "");
  const path = decodePath(url.split(/[?#]/, 1)[0] ?? "/");
  const found = site.get(path.endsWith("/") ? `${path}index.html` : path);
  const status = !isOurs ? 403 : method !== "GET" && method !== "HEAD" ? 405 : found === undefined ? 404 : 200;
  const text = status === 200 ? found ?? "" : `${status}\n`;
  const type = status === 200 ? types[path.split(".").at(-1) ?? ""] ?? types.html : "text/plain";
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(method === "HEAD" ? undefined : text);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const hint = cause.code === "EADDRINUSE" ? "--port 0" : undefined;
      reject(new CommandError(`Cannot serve on port ${port}: ${describeIoError(cause)}`, { cause, hint }));
    });
    server.listen(port, "127.0.0.1", resolve);
  });
}

/** Calls back once for changes that occur together: an editor writes a file in several steps. */
function watchFiles(paths: readonly (string | undefined)[], onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, 100);
  };
  const watchers = paths.filter((path) => path !== undefined && path !== "cluster").map((path) =>
    watch(path ?? "", { recursive: true }, later)
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
