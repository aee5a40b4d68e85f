import { expect, test } from "vitest";
import { proxyFromEnvironment } from "./environment-proxy.ts";

const proxy = "http://proxy.example:3128";

test.each([
  { name: "none set", server: "https://a.example", env: {}, want: undefined },
  { name: "HTTPS_PROXY", server: "https://a.example", env: { HTTPS_PROXY: proxy }, want: proxy },
  { name: "https_proxy", server: "https://a.example", env: { https_proxy: proxy }, want: proxy },
  { name: "a proxy without scheme", server: "https://a.example", env: { HTTPS_PROXY: "p:1" }, want: "http://p:1" },
  { name: "HTTP_PROXY for https", server: "https://a.example", env: { HTTP_PROXY: proxy }, want: undefined },
  { name: "HTTP_PROXY for http", server: "http://a.example", env: { HTTP_PROXY: proxy }, want: proxy },
  { name: "localhost", server: "https://localhost:6443", env: { HTTPS_PROXY: proxy }, want: undefined },
  { name: "loopback", server: "https://127.0.0.2:6443", env: { HTTPS_PROXY: proxy }, want: undefined },
  { name: "IPv6 loopback", server: "https://[::1]:6443", env: { HTTPS_PROXY: proxy }, want: undefined },
])("proxyFromEnvironment() gives $want for $name", ({ server, env, want }) => {
  expect(proxyFromEnvironment(server, env)).toBe(want);
});

test.each([
  { exception: "*", server: "https://a.example", isProxied: false },
  { exception: "a.example", server: "https://a.example", isProxied: false },
  { exception: "A.Example", server: "https://a.example", isProxied: false },
  { exception: "example", server: "https://a.example", isProxied: false },
  { exception: ".example", server: "https://a.example", isProxied: false },
  { exception: "*.example", server: "https://a.example", isProxied: false },
  { exception: ".a.example", server: "https://a.example", isProxied: true },
  { exception: "ample", server: "https://a.example", isProxied: true },
  { exception: "a.example:6443", server: "https://a.example:6443", isProxied: false },
  { exception: "a.example:443", server: "https://a.example:6443", isProxied: true },
  { exception: "b.example, 10.0.0.0/8", server: "https://10.1.2.3:6443", isProxied: false },
  { exception: "10.0.0.0/8", server: "https://11.1.2.3", isProxied: true },
  { exception: "10.0.0.0/99", server: "https://10.1.2.3", isProxied: true },
  { exception: "10.1.2.3", server: "https://10.1.2.3", isProxied: false },
  { exception: "fd00::/8", server: "https://[fd00::1]:6443", isProxied: false },
  { exception: "fd00::1", server: "https://[fd00::1]:6443", isProxied: false },
])("proxyFromEnvironment() with NO_PROXY=$exception and $server", ({ exception, server, isProxied }) => {
  const env = { HTTPS_PROXY: proxy, NO_PROXY: exception };
  expect(proxyFromEnvironment(server, env)).toBe(isProxied ? proxy : undefined);
});
