import { describe, expect, test } from "vitest";
import { completeLock, type PackageLock } from "./complete-lock.ts";

function lock(optionalDependencies: Record<string, string>, others: PackageLock["packages"] = {}): PackageLock {
  return {
    packages: {
      "": { version: "1.0.0" },
      "node_modules/tool": { version: "2.0.0", dev: true, optionalDependencies },
      ...others,
    },
  };
}

describe("completeLock()", () => {
  test.each([
    ["@tool/darwin-arm64", { cpu: ["arm64"], os: ["darwin"] }],
    ["@tool/binding-linux-x64-musl", { cpu: ["x64"], os: ["linux"], libc: ["musl"] }],
    ["@tool/tool-linux-arm-gnueabihf", { cpu: ["arm"], os: ["linux"], libc: ["glibc"] }],
    ["@tool/windows-64", { cpu: ["x64"], os: ["win32"] }],
    ["@tool/binding-wasm32-wasi", { cpu: ["wasm32"] }],
  ])("adds %s with its platform", (name, platform) => {
    const { packages } = completeLock(lock({ [name]: "2.0.0" }));
    expect(packages[`node_modules/${name}`]).toEqual({ version: "2.0.0", dev: true, optional: true, ...platform });
    expect(Object.keys(packages)).toHaveLength(3);
  });

  test.each([
    ["a package that exists", lock({ "@tool/darwin-arm64": "2.0.0" }, { "node_modules/@tool/darwin-arm64": {} })],
    [
      "a package that exists in a nested folder",
      lock({ "@tool/darwin-arm64": "2.0.0" }, { "node_modules/tool/node_modules/@tool/darwin-arm64": {} }),
    ],
    ["a package for no platform", lock({ fsevents: "2.0.0" })],
    ["a range", lock({ "@tool/darwin-arm64": "^2.0.0" })],
  ])("leaves %s alone", (_name, given) => {
    expect(completeLock(given)).toEqual(given);
  });

  test("changes nothing the second time", () => {
    const once = completeLock(lock({ "@tool/darwin-arm64": "2.0.0", "@tool/aix-ppc64": "2.0.0" }));
    expect(completeLock(once)).toBe(once);
  });
});
