import { expect, test } from "vitest";
import { createSharedParts } from "./shared-parts.ts";

test("createSharedParts() gives one backend for each Service and port", () => {
  const { backend } = createSharedParts();
  const http = backend({ type: "service", name: "web", port: "http" }, "shop");
  expect(http).toEqual({ type: "service", namespace: "shop", name: "web", port: "http" });
  expect(backend({ type: "service", name: "web", port: "http" }, "shop")).toBe(http);
  const others = [
    backend({ type: "service", name: "web", port: "http" }, "blog"),
    backend({ type: "service", name: "api", port: "http" }, "shop"),
    backend({ type: "service", name: "web", port: 80 }, "shop"),
    backend({ type: "service", name: "web" }, "shop"),
  ];
  expect(new Set([http, ...others]).size).toBe(5);
  expect(others.at(-1)).toEqual({ type: "service", namespace: "shop", name: "web" });
});

test("createSharedParts() tells a port by number from a port of that name", () => {
  const { backend } = createSharedParts();
  expect(backend({ type: "service", name: "web", port: 80 }, "shop"))
    .not.toBe(backend({ type: "service", name: "web", port: "80" }, "shop"));
});

test("createSharedParts() gives places of paths", () => {
  const { fieldPath } = createSharedParts();
  expect(fieldPath(2, 1)).toBe(".spec.rules[2].http.paths[1]");
  expect(fieldPath(0, 0)).toBe(".spec.rules[0].http.paths[0]");
  expect(fieldPath(2, 1)).toBe(".spec.rules[2].http.paths[1]");
});
