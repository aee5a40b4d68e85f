import { expect, test } from "vitest";
import { checkInOrder, type Sharing, toBatches } from "./check-in-order.ts";

const batches = Array.from({ length: 200 }, (_, index) => index);

/** Runs with a helper that takes a while, and tells who checked what. */
async function run(sharing: Partial<Sharing<number, string>> = {}) {
  const stopped: string[] = [];
  const checked: string[] = [];
  const results = checkInOrder(batches, {
    checkHere: async (batch) => `here ${batch}`,
    startHelper: () => ({
      check: (batch) => new Promise((resolve) => setTimeout(resolve, 1, `helper ${batch}`)),
      stop: () => void stopped.push("stopped"),
    }),
    isShareable: (batch) => batch % 2 === 0,
    ...sharing,
  });
  for await (const result of results) checked.push(result);
  return { checked, stopped };
}

test("checkInOrder() gives results in order, whoever checked", async () => {
  const { checked, stopped } = await run();
  expect(checked.map((result) => Number(result.split(" ")[1]))).toEqual(batches);
  expect(checked.filter((result) => result.startsWith("helper")).length).toBeGreaterThan(1);
  expect(checked.filter((result) => /^helper \d*[13579]$/.test(result))).toEqual([]);
  expect(checked.slice(0, 7).every((result) => result.startsWith("here"))).toBe(true);
  expect(stopped).toEqual(["stopped"]);
});

test("checkInOrder() does all itself where there is no helper", async () => {
  const { checked } = await run({ startHelper: () => undefined });
  expect(checked).toEqual(batches.map((batch) => `here ${batch}`));
});

test("checkInOrder() throws what a helper throws, and stops it", async () => {
  const stopped: string[] = [];
  const helper = {
    check: () => Promise.reject(new Error("out of memory")),
    stop: () => void stopped.push("stopped"),
  };
  await expect(run({ startHelper: () => helper })).rejects.toThrow("out of memory");
  expect(stopped).toEqual(["stopped"]);
});

test("toBatches() groups, and keeps the rest", () => {
  expect([...toBatches([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
  expect([...toBatches([], 2)]).toEqual([]);
});
