import { BlockList, isIP } from "node:net";

type Env = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that the environment sets for a server, by the rules of Go and so of kubectl: `HTTPS_PROXY` or
 * `HTTP_PROXY` by the server's scheme (or in lower case), `NO_PROXY` for exceptions, and none for this machine itself.
 *
 * @see {@link https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config}
 */
export function proxyFromEnvironment(server: string, env: Env): string | undefined {
  if (!URL.canParse(server)) return undefined;
  const { protocol, hostname, port } = new URL(server);
  const host = hostname.replace(/^\[|\]$/g, "");
  const proxy = protocol === "https:" ? env.HTTPS_PROXY || env.https_proxy : env.HTTP_PROXY || env.http_proxy;
  if (!proxy || isLoopback(host)) return undefined;
  const exceptions = (env.NO_PROXY || env.no_proxy || "").split(",").map((entry) => entry.trim()).filter(Boolean);
  const usedPort = port || (protocol === "https:" ? "443" : "80");
  if (exceptions.some((entry) => isException(entry, host, usedPort))) return undefined;
  return proxy.includes("://") ? proxy : `http://${proxy}`;
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}

function isException(entry: string, host: string, port: string): boolean {
  if (entry === "*") return true;
  if (entry.includes("/")) return isInSubnet(entry, host);
  const [, name = entry, onlyPort] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  if (onlyPort !== undefined && onlyPort !== port) return false;
  const bare = name.replace(/^\[|\]$/g, "").replace(/^\*(?=\.)/, "").toLowerCase();
  if (bare.startsWith(".")) return host.endsWith(bare);
  return host === bare || (isIP(host) === 0 && host.endsWith(`.${bare}`));
}

function isInSubnet(entry: string, host: string): boolean {
  const version = isIP(host);
  const [network = "", bits = ""] = entry.split("/");
  const limit = version === 4 ? 32 : 128;
  if (version === 0 || isIP(network) !== version || !/^\d+$/.test(bits) || Number(bits) > limit) return false;
  const family = version === 4 ? "ipv4" : "ipv6";
  const list = new BlockList();
  list.addSubnet(network, Number(bits), family);
  return list.check(host, family);
}
