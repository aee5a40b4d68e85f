import process from "node:process";
import { expect, test } from "vitest";
import { buildReferee } from "./build-referee.ts";
import { compareReaders } from "./compare-readers.ts";
import { createRandom, writeYamlText } from "./yaml-texts.ts";

const built = buildReferee();
const isNeeded = !["", "0", "false"].includes(process.env.CI ?? "");

if ("path" in built || isNeeded) {
  test.each([1, 2, 3, 4])("readManifest() reads 10,000 random texts as kubectl does (seed %i)", (seed) => {
    if ("reason" in built) throw new Error(`Cannot skip this with CI set: ${built.reason}`);
    const random = createRandom(seed);
    const texts = Array.from({ length: 10_000 }, () => writeYamlText(random));
    const { differences, takenCount, repeatedKeyCount } = compareReaders(built.path, texts);
    expect(differences).toEqual([]);
    // Both verdicts are tried, and few texts are left to strict decoding.
    expect(takenCount).toBeGreaterThan(3_000);
    expect(texts.length - takenCount).toBeGreaterThan(3_000);
    expect(repeatedKeyCount).toBeLessThan(300);
  });
} else {
  test.skip(`is skipped without Go: ${built.reason}`);
  process.stderr.write(`yaml-referee: skipped, since kubectl's reader could not be built: ${built.reason}\n`);
}
