import { expect, test } from "vitest";
import { formatTypesTable } from "./types-measure.ts";

test("formatTypesTable() shows differences with their sign, and leaves out the size where nothing is installed", () => {
  const memory = { peakBytes: 91 * 2 ** 20, peakOverBaseBytes: 0 };
  const base = { name: "no import", wallMs: 400, overBaseMs: -0.1, fastestOverBaseMs: 0, ...memory };
  const text = formatTypesTable([
    { ...base, fileCount: 58, lineCount: 0, installedBytes: 0 },
    {
      ...base,
      name: "ours",
      overBaseMs: 41.6,
      fastestOverBaseMs: 27,
      peakOverBaseBytes: 7.6 * 2 ** 20,
      fileCount: 63,
      lineCount: 8455,
    },
  ]);
  expect(text).toBe(
    [
      "| types     | wall    | over base | fastest  | peak memory | over base | files | lines | installed |",
      "| --------- | ------- | --------- | -------- | ----------- | --------- | ----- | ----- | --------- |",
      "| no import | 0.400 s | 0.000 s   | 0.000 s  | 91 MiB      | 0 MiB     | 58    | 0     | 0.0 MB    |",
      "| ours      | 0.400 s | +0.042 s  | +0.027 s | 91 MiB      | +8 MiB    | 63    | 8455  |           |",
      "",
    ].join("\n"),
  );
});
