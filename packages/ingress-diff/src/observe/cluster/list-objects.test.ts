import { expect, test } from "vitest";
import type { JsonObject } from "../json-value.ts";
import type { ApiClient } from "./api-client.ts";
import { ApiError } from "./api-error.ts";
import { listObjects } from "./list-objects.ts";

/** Answers with pages of one object each, and writes down what happens. */
function createClient(pages: readonly (JsonObject | ApiError)[], said: string[]): ApiClient {
  let count = 0;
  return {
    server: "https://api.example",
    requestCount: () => count,
    get: (path) => {
      const page = pages[count++];
      said.push(`ask ${new URLSearchParams(path.split("?")[1]).get("continue") ?? "first"}`);
      return page instanceof Error ? Promise.reject(page) : Promise.resolve(page ?? {});
    },
    stream: () => Promise.resolve(),
    close: () => undefined,
  };
}

const pageOf = (name: string, next: string): JsonObject => ({ metadata: { continue: next }, items: [{ name }] });

test("listObjects() asks for the next page before it reads the one that it has", async () => {
  const said: string[] = [];
  const client = createClient([pageOf("a", "2"), pageOf("b", "3"), pageOf("c", "")], said);
  const { items } = await listObjects(client, "/api/v1/services", {
    read: ({ name }) => {
      said.push(`read ${String(name)}`);
      return name;
    },
  });
  expect(items).toEqual(["a", "b", "c"]);
  expect(said).toEqual(["ask first", "ask 2", "read a", "ask 3", "read b", "read c"]);
});

test("listObjects() says what is wrong with a page, also when the next one fails meanwhile", async () => {
  const unhandled: unknown[] = [];
  const note = (error: unknown): void => void unhandled.push(error);
  process.on("unhandledRejection", note);
  try {
    const client = createClient([pageOf("a", "2"), new ApiError(500, "broken")], []);
    const read = (): never => {
      throw new TypeError("it has no name");
    };
    await expect(listObjects(client, "/api/v1/services", { read })).rejects.toThrow("it has no name");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(unhandled).toEqual([]);
  } finally {
    process.off("unhandledRejection", note);
  }
});

test("listObjects() reads from the start when the pages expire, and keeps nothing twice", async () => {
  const expired = new ApiError(410, "too old");
  const client = createClient([pageOf("a", "2"), expired, pageOf("a", "2"), pageOf("b", "")], []);
  const list = await listObjects(client, "/api/v1/services", { read: ({ name }) => name });
  expect(list).toMatchObject({ items: ["a", "b"], isConsistent: true });
});
