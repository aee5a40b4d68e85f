import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compareVersions, flagsOfVersion, isAtLeast, oldRelease, serverVersions } from "./server-versions.ts";

test("serverVersions has one patch release of each release, the newest first", () => {
  for (const { release, version } of serverVersions) {
    expect(version).toMatch(new RegExp(`^${release.slice(1)}\\.\\d+$`));
  }
  const versions = serverVersions.map(({ version }) => version);
  expect(versions.toSorted((a, b) => compareVersions(b, a))).toEqual(versions);
  expect(new Set(serverVersions.map(({ release }) => release)).size).toBe(serverVersions.length);
  expect(serverVersions.find(({ release }) => release === oldRelease)?.recipe.type).toBe("debian");
});

test("the README lists serverVersions", () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const rows = [...readme.matchAll(/^\| (1\.\d+) +\| (\S+) +\| (.*?) +\|$/gm)].map(([, ...cells]) => cells);
  expect(rows).toEqual(serverVersions.map(({ release, version, recipe }) => [
    release.slice(1),
    version,
    recipe.type === "go" ? `Go modules, with Go ${recipe.minGo}` : "the source package of Debian 12",
  ]));
});

test.each([
  { version: "1.20.2", want: {} },
  { version: "1.36.3", want: {} },
  { version: "1.37.0", want: { "endpoint-reconciler-type": "none" } },
  { version: "1.38.1", want: { "endpoint-reconciler-type": "none" } },
])("flagsOfVersion() of $version", ({ version, want }) => {
  expect(flagsOfVersion(version)).toEqual(want);
});

test.each([
  { version: "1.9.0", least: "1.10", want: false },
  { version: "1.26.8", least: "1.26", want: true },
  { version: "1.26", least: "1.26.1", want: false },
  { version: "2.0", least: "1.37", want: true },
])("isAtLeast() compares numbers: $version and $least", ({ version, least, want }) => {
  expect(isAtLeast(version, least)).toBe(want);
});
