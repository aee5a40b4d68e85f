import { readOpenApiV2, type SchemaModel } from "@kubeschema/model";
import { describe, expect, test } from "vitest";
import { buildPage } from "../page/build-page.ts";
import { findKind } from "../page/find-kind.ts";
import { formatEventVersion } from "./history.ts";
import { mergeModels } from "./merge-models.ts";

const gvk = { "x-kubernetes-group-version-kind": [{ group: "example", version: "v1", kind: "Book" }] };

function read(
  kubernetesVersion: string,
  properties?: Readonly<Record<string, object>>,
  required?: string[],
): SchemaModel {
  const book = { type: "object", properties, ...(required ? { required } : {}), ...gvk };
  return readOpenApiV2({ swagger: "2.0", definitions: properties ? { "example.v1.Book": book } : {} }, {
    kubernetesVersion,
    name: "example",
    sha256: "",
  }).model;
}

const bookDefinition = "example.v1.Book";

describe("mergeModels()", () => {
  const merged = mergeModels([
    read("v1.33", { title: { type: "string", description: "The  title." }, isbn: { type: "string" } }, ["isbn"]),
    read("v1.35", {
      title: { type: "string", description: "The title." },
      pages: { type: "integer", format: "int32" },
    }),
    read("v1.36", {
      title: { type: "string", description: "Deprecated. The title." },
      pages: { type: "integer", format: "int64" },
    }, ["title"]),
  ]);

  test("records what happened to each field, and ignores white space", () => {
    const step = { version: "v1.36", previous: "v1.35" };
    expect(merged.history.ofField(bookDefinition, "title")).toEqual([
      { type: "deprecated", ...step },
      { type: "text", ...step, before: "The title.", after: "Deprecated. The title." },
      { type: "required", ...step },
    ]);
    expect(merged.history.ofField(bookDefinition, "pages")).toEqual([
      { type: "added", version: "v1.35", previous: "v1.33" },
      { type: "type", ...step, before: "int32", after: "int64" },
    ]);
    expect(merged.history.ofField(bookDefinition, "isbn")).toEqual([{
      type: "removed",
      version: "v1.35",
      previous: "v1.33",
    }]);
  });

  test("keeps a removed field, after the others and marked", () => {
    const page = buildPage(merged.model, findKind(merged.model, "Book"), { history: merged.history });
    expect(page.fields.map(({ name, isRemoved }) => [name, isRemoved])).toEqual([
      ["title", undefined],
      ["pages", undefined],
      ["isbn", true],
    ]);
  });

  test("keeps a removed kind, and records when one came back", () => {
    const models = [read("v1.33", {}), read("v1.34"), read("v1.35", {}), read("v1.36")];
    const { model, history } = mergeModels(models);
    expect(history.ofKind("example/v1/Book").map(({ type, version }) => `${type} ${version}`)).toEqual([
      "removed v1.34",
      "added v1.35",
      "removed v1.36",
    ]);
    expect(buildPage(model, findKind(model, "Book"), { history }).isRemoved).toBe(true);
  });

  test("leaves a single model unchanged", () => {
    const model = read("v1.36", { title: { type: "string" } });
    expect(mergeModels([model]).model).toEqual(model);
  });

  test("looks up the name of a property that every object has", () => {
    expect(merged.history.ofField(bookDefinition, "constructor")).toEqual([]);
    expect(merged.history.ofDefinition("__proto__")).toEqual([]);
  });

  test("refuses an empty list of models", () => {
    expect(() => mergeModels([])).toThrow("expected at least one");
  });
});

describe("formatEventVersion()", () => {
  test("keeps a custom version unchanged", () => {
    expect(formatEventVersion({ version: "cluster", previous: "v1.35" })).toBe("cluster");
  });
});
