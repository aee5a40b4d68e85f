// Stands in the bundle for node:http. An import of that module reads all its exports, WebSocket too, for which Node loads
// the whole of undici, which takes longer than all the rest before the first request. require() reads only what is named.
import { createRequire } from "node:module";

const http = createRequire(import.meta.url)("node:http");

// biome-ignore lint/style/noDefaultExport: the client imports Node's modules by their default export.
export default http;
export const { Agent, ClientRequest, createServer, globalAgent, METHODS, request, STATUS_CODES } = http;
