import { expect, test } from "vitest";
import { formatThroughput, measureThroughput } from "./validate-throughput.ts";

test("measureThroughput() measures the structure and all layers", async () => {
  const rows = await measureThroughput(10);
  expect(rows.map(({ name }) => name)).toEqual(["structure", "validateIngress()", "isValidIngress()"]);
  for (const { perSecond } of rows) expect(perSecond).toBeGreaterThan(0);
  expect(formatThroughput([{ name: "structure", perSecond: 1_234_567 }])).toContain("1.23 million");
});
