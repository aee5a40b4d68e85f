import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { exampleModel } from "../testing/example-model.ts";
import { openSchemaStore } from "./open-schema-store.ts";

describe("openSchemaStore()", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "schemas-"));
    await writeFile(join(folder, "index.json"), JSON.stringify({ default: "v1.36", versions: ["v1.36", "v1.35"] }));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const open = (): ReturnType<typeof openSchemaStore> => openSchemaStore(pathToFileURL(`${folder}/`));

  test("reads what the generator wrote", async () => {
    await writeFile(join(folder, "v1.36.json.gz"), gzipSync(JSON.stringify(exampleModel())));
    const store = await open();
    expect(store).toMatchObject({ defaultVersion: "v1.36", versions: ["v1.36", "v1.35"] });
    expect(await store.read("v1.36")).toEqual(exampleModel());
  });

  test.each([
    { name: "a missing file", bytes: undefined, reason: /there is no such file or folder/ },
    { name: "a truncated file", bytes: gzipSync("{}").subarray(0, 12), reason: /unexpected end of file/ },
    { name: "a file that is not JSON", bytes: gzipSync("{"), reason: /JSON/ },
  ])("says what to try about $name", async ({ bytes, reason }) => {
    if (bytes) await writeFile(join(folder, "v1.36.json.gz"), bytes);
    const reading = (await open()).read("v1.36");
    await expect(reading).rejects.toMatchObject({
      message: expect.stringMatching(/^Cannot read the built-in schemas: ./),
      hint: expect.stringContaining("install the package again"),
    });
    await expect(reading).rejects.toThrow(reason);
  });

  test.each(["[]", '{"default":"v1.36"}', '{"default":1,"versions":[]}', "null"])(
    "refuses an index such as %s",
    async (index) => {
      await writeFile(join(folder, "index.json"), index);
      await expect(open()).rejects.toThrow("index.json has no default or no versions");
    },
  );
});
