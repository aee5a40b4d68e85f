import process from "node:process";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withAssets } from "./with-assets.ts";

beforeEach(() => {
  vi.stubEnv("KUBEBUILDER_ASSETS", "/named");
  vi.stubEnv("TEST_ASSET_ETCD", "/named/etcd");
});
afterEach(() => vi.unstubAllEnvs());

const seen = (): readonly (string | undefined)[] => [process.env.KUBEBUILDER_ASSETS, process.env.TEST_ASSET_ETCD];

test("withAssets() names one folder while something runs, one run after the other", async () => {
  const first = withAssets("/first", async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return seen();
  });
  const second = withAssets(undefined, () => Promise.resolve(seen()));
  expect(await Promise.all([first, second])).toEqual([["/first", undefined], [undefined, undefined]]);
  expect(seen()).toEqual(["/named", "/named/etcd"]);
});

test("withAssets() restores the environment after a failure, and goes on", async () => {
  await expect(withAssets("/first", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(seen()).toEqual(["/named", "/named/etcd"]);
  expect(await withAssets("/second", () => Promise.resolve(seen()))).toEqual(["/second", undefined]);
});
