import { describe, expect, test } from "vitest";
import type { PinnedInputs } from "./pinned-input.ts";
import type { MissingInput, ResolvedInput } from "./resolve-input.ts";
import { resolveInputs } from "./resolve-inputs.ts";

const contains = { definitions: 1, kinds: 1, fields: 1 };
const pinned: PinnedInputs = {
  default: "v1.36",
  versions: {
    "v1.36": { name: "a", sha256: "a", contains },
    "v1.35": { name: "b", sha256: "b", contains },
    "v1.33": { name: "c", sha256: "c", contains },
    "v1.13": { name: "d", sha256: "d", contains, isForPagesOnly: true },
  },
};

/** Finds the given versions, `typings` instead of a document; the rest cannot be reached. */
function resolverOf(found: Readonly<Record<string, "document" | "typings" | undefined>>) {
  return {
    resolve: async (version: string): Promise<ResolvedInput | MissingInput> => {
      const what = found[version];
      if (what === undefined) return { version, reasons: ["example.invalid cannot be reached (ENOTFOUND)"] };
      if (what === "document") return { version, name: "swagger", format: "openapi-v2", file: version, hash: version };
      return { version, name: "client@2.0.1 typings", format: "client-typings", file: version, hash: version };
    },
  };
}

const everything = { "v1.36": "document", "v1.35": "document", "v1.33": "document", "v1.13": "document" } as const;
const onlyNpm = { "v1.36": "typings", "v1.13": "document" } as const;
const lacks = "v1.36 is read from client@2.0.1 typings, without list-map keys and the texts next to a $ref; " +
  "v1.35, v1.33 are left out (example.invalid cannot be reached (ENOTFOUND)). " +
  "Try: set KUBESCHEMA_SPECS to a folder with the OpenAPI documents";

describe("resolveInputs()", () => {
  test.each([{}, { CI: "true" }])("says nothing if everything is as pinned, with %j", async (env) => {
    const { found, shortcoming } = await resolveInputs(pinned, resolverOf(everything), env);
    expect(shortcoming).toBeUndefined();
    expect(found).toMatchObject({ default: "v1.36", missing: [] });
    expect(found.inputs).toHaveLength(4);
  });

  test.each([
    {},
    { CI: "" },
    { CI: "0" },
    { CI: "false" },
    { CI: "true", KUBESCHEMA_ALLOW_MISSING_VERSIONS: "1" },
  ])("continues with what npm has, and says so in one line, with %j", async (env) => {
    const { found, shortcoming } = await resolveInputs(pinned, resolverOf(onlyNpm), env);
    expect(shortcoming).toBe(`Not every version is built as pinned: ${lacks}`);
    expect(found.inputs.map(({ version }) => version)).toEqual(["v1.36", "v1.13"]);
    expect(found.missing.map(({ version }) => version)).toEqual(["v1.35", "v1.33"]);
  });

  test.each([
    { name: "a version is missing", found: { ...everything, "v1.33": undefined }, want: "v1.33 is left out" },
    { name: "only npm can be reached", found: onlyNpm, want: "v1.36 is read from client@2.0.1 typings" },
    {
      name: "the default version is missing",
      found: { ...everything, "v1.36": undefined },
      want: "v1.35 replaces",
    },
  ])("refuses with CI=true if $name", async ({ found, want }) => {
    const resolving = resolveInputs(pinned, resolverOf(found), { CI: "true" });
    await expect(resolving).rejects.toMatchObject({
      name: "InputError",
      message: expect.stringMatching(
        new RegExp(`^Cannot build every version as pinned: .*${want}.*, or KUBESCHEMA_ALLOW_MISSING_VERSIONS=1 `),
      ),
    });
  });

  test("uses the newest other version as the default", async () => {
    const { found, shortcoming } = await resolveInputs(pinned, resolverOf({ ...everything, "v1.36": undefined }), {});
    expect(found.default).toBe("v1.35");
    expect(shortcoming).toContain("v1.35 replaces the default version v1.36");
  });

  test.each([{}, { CI: "true", KUBESCHEMA_ALLOW_MISSING_VERSIONS: "1" }])(
    "refuses if only pages could be built, with %j",
    async (env) => {
      const resolving = resolveInputs(pinned, resolverOf({ "v1.13": "document" }), env);
      await expect(resolving).rejects.toThrow("Cannot build anything: v1.36, v1.35, v1.33 are left out");
    },
  );
});
